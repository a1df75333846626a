package fr.traboule.reception;

import fr.traboule.city.UnitClosed;
import fr.traboule.staff.StaffLeft;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What was begun is gone on with, whoever leaves and whichever unit closes; each in the transaction that causes it. */
@Component
class DraftsChangeHands {

    private final KeepDrafts keepDrafts;
    private final Drafts drafts;

    DraftsChangeHands(KeepDrafts keepDrafts, Drafts drafts) {
        this.keepDrafts = keepDrafts;
        this.drafts = drafts;
    }

    /** Without a successor the unit takes them over. */
    @EventListener
    void on(StaffLeft left) {
        left.successor().ifPresent(successor -> keepDrafts.handOn(left.account(), successor, left.at()));
    }

    @EventListener
    void on(UnitClosed closed) {
        drafts.move(closed.unit(), closed.successor());
    }
}
