package fr.traboule.requests;

import fr.traboule.ground.access.Actor;
import fr.traboule.residents.KeepResident;
import fr.traboule.residents.NewResident;
import fr.traboule.residents.ReadResidents;
import fr.traboule.residents.ResidentCard;
import fr.traboule.residents.ResidentErased;
import fr.traboule.residents.ResidentId;
import fr.traboule.web.NotFound;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ties a request to the record of the person who made it, or unties it. By whoever sees both. */
@Service
@Transactional
public class LinkResident {

    private final Acts acts;
    private final ResidentLinks links;
    private final ReadResidents residents;
    private final KeepResident keepResident;

    LinkResident(Acts acts, ResidentLinks links, ReadResidents residents, KeepResident keepResident) {
        this.acts = acts;
        this.links = links;
        this.residents = residents;
        this.keepResident = keepResident;
    }

    /** The record that it is tied to, or that goes on for that one. */
    public Optional<ResidentCard> of(Actor.Agent agent, Request request) {
        return residents.mayRead(agent)
                ? links.of(request.id()).flatMap(resident -> residents.card(agent, resident))
                : Optional.empty();
    }

    /**
     * @throws NotFound if the agent does not see the request, or there is no such record
     * @throws AccessDeniedException if the agent keeps no records
     */
    public void link(Actor.Agent agent, RequestNumber number, ResidentId resident) {
        var request = toTie(agent, number);
        var card = residents.card(agent, resident).orElseThrow(NotFound::new);
        links.link(request.id(), card.id(), agent);
    }

    /** Keeps a new record of the person, and ties the request to it. */
    public ResidentId keep(Actor.Agent agent, RequestNumber number, NewResident wanted) {
        var request = toTie(agent, number);
        var resident = keepResident.keep(agent, wanted);
        links.link(request.id(), resident, agent);
        return resident;
    }

    public void unlink(Actor.Agent agent, RequestNumber number) {
        links.unlink(toTie(agent, number).id(), agent);
    }

    private Request toTie(Actor.Agent agent, RequestNumber number) {
        if (!keepResident.isAllowed(agent)) {
            throw new AccessDeniedException("Whoever keeps no records ties none");
        }
        return acts.find(agent, number, RequestPermission.READ);
    }

    /** A record is gone: what was tied to it is tied to nothing. */
    @EventListener
    void on(ResidentErased erased) {
        links.of(List.of(erased.resident())).forEach(request -> links.unlink(request, new Actor.Program()));
    }
}
