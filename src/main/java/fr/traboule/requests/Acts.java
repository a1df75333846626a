package fr.traboule.requests;

import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.requests.HandleRequest.Seen;
import fr.traboule.web.NotFound;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** What the acts of agents share: the request that they may see, and whether it is still as they saw it. */
@Component
class Acts {

    private final Requests requests;
    private final Scopes scopes;
    private final Permissions permissions;
    private final Clock clock;

    Acts(Requests requests, Scopes scopes, Permissions permissions, Clock clock) {
        this.requests = requests;
        this.scopes = scopes;
        this.permissions = permissions;
        this.clock = clock;
    }

    /** Nothing of the act stays: somebody was faster. */
    static void undo() {
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
    }

    /** Whether the agent works in the unit in charge, or above it, and may do more there than read and note. */
    boolean mayHandle(Actor.Agent agent, Request request) {
        return permissions.allow(agent, RequestPermission.HANDLE)
                && scopes.of(agent).units().contains(request.unit());
    }

    Instant now() {
        return clock.instant();
    }

    Request find(Actor.Agent agent, RequestNumber number, RequestPermission permission) {
        permissions.require(agent, permission);
        var scope = scopes.of(agent);
        var request = requests.byNumber(number, scope).orElseThrow(NotFound::new);
        if (permission == RequestPermission.HANDLE && !scope.units().contains(request.unit())) {
            throw new AccessDeniedException("Only the unit in charge handles a request");
        }
        return request;
    }

    /** The request where that can still be done with it, as the agent saw it; empty if somebody changed it since. */
    Optional<Request> find(Actor.Agent agent, Seen seen, RequestPermission permission, RequestAct act) {
        var request = find(agent, seen.number(), permission);
        return Optional.of(request).filter(now -> now.version() == seen.version() && now.allows(act));
    }
}
