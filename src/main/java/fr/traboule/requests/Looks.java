package fr.traboule.requests;

import fr.traboule.city.UnitId;
import fr.traboule.ground.access.AccountId;
import fr.traboule.ground.history.AccessLog;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Writes who saw what of which request, and what let them. */
@Component
class Looks {

    private final AccessLog log;
    private final Clock clock;

    Looks(AccessLog requestsAccessLog, Clock clock) {
        this.log = requestsAccessLog;
        this.clock = clock;
    }

    void add(Scope scope, RequestId request, UnitId unit, Look look) {
        var reason = scope.units().contains(unit) ? Look.Reason.UNIT : Look.Reason.FILED;
        add(scope.account(), request, look, reason);
    }

    void add(AccountId account, RequestId request, Look look, Look.Reason reason) {
        log.add(new AccessLog.Look(account, request.value(), look.code(), reason.code(), clock.instant()));
    }
}
