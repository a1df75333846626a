package fr.traboule.requests;

import fr.traboule.city.Directory;
import fr.traboule.city.OrganisationId;
import fr.traboule.city.UnitId;
import fr.traboule.ground.access.Actor;
import fr.traboule.requests.HandleRequest.ChangedMeanwhile;
import fr.traboule.requests.HandleRequest.Outcome;
import fr.traboule.requests.HandleRequest.Seen;
import fr.traboule.requests.Message.Kind;
import fr.traboule.routing.RouteRequest;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Another unit, or another administration, answers from now on (invariant I5: at every instant exactly one unit does). Who
 * says "not ours" says whose it is; after {@value #MOST_BOUNCES} such answers, triage decides.
 */
@Service
public class MoveRequest {

    public static final int MOST_BOUNCES = 2;

    private final Requests requests;
    private final Acts acts;
    private final Ledger ledger;
    private final Directory directory;
    private final TellEveryone tellEveryone;
    private final Complaints complaints;
    private final RouteRequest routeRequest;

    MoveRequest(
            Requests requests,
            Acts acts,
            Ledger ledger,
            Directory directory,
            TellEveryone tellEveryone,
            Complaints complaints,
            RouteRequest routeRequest) {
        this.requests = requests;
        this.acts = acts;
        this.ledger = ledger;
        this.directory = directory;
        this.tellEveryone = tellEveryone;
        this.complaints = complaints;
        this.routeRequest = routeRequest;
    }

    /** Whether it may be given to that unit: a complaint does not go to the one complained of. */
    public boolean mayGoTo(RequestNumber number, UnitId unit) {
        return requests.byNumber(number)
                .filter(request -> complaints.mayAnswer(request, unit))
                .isPresent();
    }

    /** Gives it to another unit, without saying that it should never have come. */
    @Transactional
    public Outcome move(Actor.Agent agent, Seen seen, UnitId to, String why) {
        return acts.find(agent, seen, RequestPermission.HANDLE, RequestAct.MOVE)
                .map(request -> moved(agent, request, request.movedTo(to), FactKind.MOVED, why))
                .orElseGet(ChangedMeanwhile::new);
    }

    /**
     * It is not this unit's.
     *
     * @param whose the unit whose it is; empty where the agent does not know: triage will
     */
    @Transactional
    public Outcome notOurs(Actor.Agent agent, Seen seen, Optional<UnitId> whose, String why) {
        return acts.find(agent, seen, RequestPermission.HANDLE, RequestAct.MOVE)
                .map(request -> {
                    var triage = directory.settings().triageUnit();
                    var to = whose.filter(unit -> request.bounces() < MOST_BOUNCES)
                            .orElseGet(() -> complaints
                                    .about(request)
                                    .map(complained -> routeRequest
                                            .complaint(complained.against())
                                            .unit())
                                    .orElse(triage));
                    var kind = to.equals(triage) ? FactKind.SENT_TO_TRIAGE : FactKind.NOT_OURS;
                    return moved(agent, request, request.movedTo(to).bounced(), kind, why);
                })
                .orElseGet(ChangedMeanwhile::new);
    }

    private Outcome moved(Actor.Agent agent, Request before, Request after, FactKind kind, String why) {
        if (before.unit().equals(after.unit())) {
            return new ChangedMeanwhile();
        }
        if (!complaints.mayAnswer(before, after.unit())) {
            throw new IllegalStateException("A complaint does not go to the unit complained of");
        }
        var reason = Message.of(Kind.NOTE, why, acts.now());
        return HandleRequest.written(ledger.change(before, after, kind, reason, agent), after);
    }

    /**
     * Another administration has accepted it: the person is told who, and how to reach them.
     *
     * @param words for the person
     */
    @Transactional
    public Outcome handOver(Actor.Agent agent, Seen seen, OrganisationId to, String words) {
        return acts.find(agent, seen, RequestPermission.HANDLE, RequestAct.HAND_OVER)
                .map(request -> {
                    var handed = request.handedOverTo(to);
                    var said = Message.of(Kind.ANSWER, words, acts.now());
                    var isWritten = ledger.change(
                            request,
                            handed,
                            FactKind.HANDED_OVER,
                            said,
                            agent,
                            Map.of("organisation", to.value().toString()));
                    if (isWritten) {
                        requests.waitNoMore(request.id());
                        tellEveryone.handedOver(handed, said, agent);
                    }
                    return HandleRequest.written(isWritten, handed);
                })
                .orElseGet(ChangedMeanwhile::new);
    }
}
