package fr.traboule.reception;

import fr.traboule.city.UnitClosed;
import fr.traboule.city.UnitId;
import fr.traboule.city.UnitReopened;
import fr.traboule.ground.access.Actor;
import fr.traboule.staff.StaffAbsent;
import fr.traboule.staff.StaffLeft;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A call that was promised is made, whoever leaves and whichever unit closes. */
@Component
class CallBacksChangeHands {

    private final CallBacks callBacks;
    private final CallLedger ledger;

    CallBacksChangeHands(CallBacks callBacks, CallLedger ledger) {
        this.callBacks = callBacks;
        this.ledger = ledger;
    }

    /** In the transaction that closes the account. */
    @EventListener
    void on(StaffLeft left) {
        callBacks
                .heldBy(left.account())
                .forEach(callBack ->
                        change(callBack.handedOnTo(left.successor()), Optional.empty(), CallFact.HANDED_ON, left.at()));
    }

    /** In the transaction that says it: somebody else of the unit calls. */
    @EventListener
    void on(StaffAbsent absent) {
        callBacks
                .heldBy(absent.account())
                .forEach(callBack -> change(
                        callBack.handedOnTo(Optional.empty()), Optional.empty(), CallFact.HOLDER_AWAY, absent.at()));
    }

    /** In the transaction that closes it. */
    @EventListener
    void on(UnitClosed closed) {
        callBacks
                .openIn(closed.unit())
                .forEach(callBack -> change(
                        callBack.movedTo(closed.successor()),
                        Optional.of(closed.unit()),
                        CallFact.MOVED_WITH_UNIT,
                        closed.at()));
    }

    /** In the transaction that opens it again. */
    @EventListener
    void on(UnitReopened reopened) {
        callBacks
                .movedFrom(reopened.unit(), reopened.successor())
                .forEach(callBack -> change(
                        callBack.movedTo(reopened.unit()), Optional.empty(), CallFact.MOVED_BACK, reopened.at()));
    }

    /** Whoever changes it at this very moment comes first; the act is tried again. */
    private void change(CallBack changed, Optional<UnitId> movedFrom, CallFact fact, Instant at) {
        if (!ledger.change(changed, movedFrom, fact, at, new Actor.Program(), Map.of())) {
            throw new IllegalStateException(
                    "Call-back %s was changed meanwhile".formatted(changed.id().value()));
        }
    }
}
