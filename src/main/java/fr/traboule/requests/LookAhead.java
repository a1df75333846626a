package fr.traboule.requests;

import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.residents.AnswerWay;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Before something is done with many requests: with which of them it can be done, and what that means for their people. */
@Service
@Transactional(readOnly = true)
public class LookAhead {

    private final Requests requests;
    private final Scopes scopes;
    private final Permissions permissions;

    LookAhead(Requests requests, Scopes scopes, Permissions permissions) {
        this.requests = requests;
        this.scopes = scopes;
        this.permissions = permissions;
    }

    /**
     * One of them.
     *
     * @param request empty where the agent does not see it
     * @param way in which its person is answered
     * @param others who reported the same thing, and are told the same
     */
    public record Ahead(Standing standing, Optional<Request> request, Optional<AnswerWay> way, int others) {}

    /** As it is now. */
    public Ahead of(Actor.Agent agent, RequestNumber number, RequestAct act) {
        permissions.require(agent, RequestPermission.HANDLE);
        var scope = scopes.of(agent);
        var seen = requests.byNumber(number, scope);
        return seen.filter(request -> scope.units().contains(request.unit()))
                .map(request -> ahead(request, request.allows(act) ? Standing.POSSIBLE : Standing.NOT_NOW))
                .orElseGet(() -> new Ahead(Standing.NOT_YOURS, seen, Optional.empty(), 0));
    }

    private Ahead ahead(Request request, Standing standing) {
        return new Ahead(
                standing,
                Optional.of(request),
                Optional.of(requests.statement(request.id()).contact().way()),
                requests.mergedInto(request.id()).size());
    }

    /** As it is now, for whoever decided on a version: not possible any more if it changed since. */
    public Ahead of(Actor.Agent agent, HandleRequest.Seen seen, RequestAct act) {
        var now = of(agent, seen.number(), act);
        var changed = now.request().filter(request -> request.version() != seen.version());
        return now.standing() == Standing.NOT_YOURS || changed.isEmpty()
                ? now
                : new Ahead(Standing.CHANGED, now.request(), now.way(), now.others());
    }

    /** The versions of those that the agent may handle, in the same order: what they decide on. */
    public List<HandleRequest.Seen> seen(Actor.Agent agent, List<RequestNumber> numbers) {
        var scope = scopes.of(agent);
        return numbers.stream()
                .flatMap(number -> requests.byNumber(number, scope).stream())
                .map(request -> new HandleRequest.Seen(request.number(), request.version()))
                .toList();
    }
}
