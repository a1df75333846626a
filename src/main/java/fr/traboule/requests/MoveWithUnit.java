package fr.traboule.requests;

import fr.traboule.city.UnitClosed;
import fr.traboule.city.UnitId;
import fr.traboule.city.UnitReopened;
import fr.traboule.ground.access.Actor;
import java.time.Instant;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What a unit has in hand when it closes goes to its successor; what its successor has not dealt with comes back with it. */
@Component
class MoveWithUnit {

    private final Requests requests;
    private final Ledger ledger;

    MoveWithUnit(Requests requests, Ledger ledger) {
        this.requests = requests;
        this.ledger = ledger;
    }

    /** In the transaction that closes it. */
    @EventListener
    void on(UnitClosed closed) {
        requests.openIn(closed.unit())
                .forEach(id -> move(id, closed.successor(), FactKind.MOVED_WITH_UNIT, closed.at()));
    }

    /** In the transaction that opens it again. */
    @EventListener
    void on(UnitReopened reopened) {
        requests.movedFrom(reopened.unit(), reopened.successor())
                .forEach(id -> move(id, reopened.unit(), FactKind.MOVED_BACK, reopened.at()));
    }

    /** Whoever changes it at this very moment comes first; the change of units is made again. */
    private void move(RequestId id, UnitId unit, FactKind kind, Instant at) {
        var request = requests.byId(id).orElseThrow();
        if (!ledger.change(request, request.answeredBy(unit), kind, at, new Actor.Program())) {
            throw new IllegalStateException("Request %s was changed meanwhile".formatted(id.value()));
        }
    }
}
