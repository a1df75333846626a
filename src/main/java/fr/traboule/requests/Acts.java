package fr.traboule.requests;

import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.requests.HandleRequest.Seen;
import fr.traboule.web.NotFound;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

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

    Instant now() {
        return clock.instant();
    }

    Request find(Actor.Agent agent, RequestNumber number, RequestPermission permission) {
        permissions.require(agent, permission);
        return requests.byNumber(number, scopes.of(agent)).orElseThrow(NotFound::new);
    }

    /** The request where that can still be done with it, as the agent saw it; empty if somebody changed it since. */
    Optional<Request> find(Actor.Agent agent, Seen seen, RequestPermission permission, RequestAct act) {
        var request = find(agent, seen.number(), permission);
        return Optional.of(request).filter(now -> now.version() == seen.version() && now.allows(act));
    }
}
