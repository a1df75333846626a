package fr.traboule.requests;

import fr.traboule.ground.access.AccountId;
import fr.traboule.ground.access.Actor;
import fr.traboule.staff.StaffLeft;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What somebody had in hand when they left goes to whoever was named, or to nobody in particular: their unit takes it up. */
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
                .forEach(request -> handOn(request, left));
    }

    /** Whoever changes it at this very moment comes first; the sweep of departures is tried again. */
    private void handOn(Request request, StaffLeft left) {
        Optional<AccountId> next = left.successor();
        if (!ledger.change(request, request.heldBy(next), FactKind.HANDED_ON, left.at(), new Actor.Program())) {
            throw new IllegalStateException(
                    "Request %s was changed meanwhile".formatted(request.id().value()));
        }
    }
}
