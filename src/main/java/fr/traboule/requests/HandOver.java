package fr.traboule.requests;

import fr.traboule.ground.access.AccountId;
import fr.traboule.ground.access.Actor;
import fr.traboule.staff.StaffAbsent;
import fr.traboule.staff.StaffLeft;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What somebody had in hand when they left goes to whoever was named, or to nobody in particular: their unit takes it up. So it
 * does while they are away.
 */
@Component
class HandOver {

    private final Requests requests;
    private final Ledger ledger;

    HandOver(Requests requests, Ledger ledger) {
        this.requests = requests;
        this.ledger = ledger;
    }

    /** In the transaction that closes the account. */
    @EventListener
    void on(StaffLeft left) {
        requests.heldBy(left.account()).stream()
                .flatMap(id -> requests.byId(id).stream())
                .forEach(request -> handOn(request, left.successor(), FactKind.HANDED_ON, left.at()));
    }

    /** In the transaction that says it: what they had in hand is the unit's again. */
    @EventListener
    void on(StaffAbsent absent) {
        requests.heldBy(absent.account()).stream()
                .flatMap(id -> requests.byId(id).stream())
                .forEach(request -> handOn(request, Optional.empty(), FactKind.HOLDER_AWAY, absent.at()));
    }

    /** Whoever changes it at this very moment comes first; the sweep is tried again. */
    private void handOn(Request request, Optional<AccountId> next, FactKind kind, Instant at) {
        if (!ledger.change(request, request.heldBy(next), kind, at, new Actor.Program())) {
            throw new IllegalStateException(
                    "Request %s was changed meanwhile".formatted(request.id().value()));
        }
    }
}
