package fr.traboule.staff;

import fr.traboule.ground.access.AccountId;
import fr.traboule.ground.access.AccountNames;
import fr.traboule.ground.history.History;
import fr.traboule.web.TimelineEntry;
import fr.traboule.web.Wording;
import java.util.List;
import org.springframework.stereotype.Component;

/** What happened to an account, as its page tells it. */
@Component
class StaffTimeline {

    private final History history;
    private final AccountNames names;

    StaffTimeline(History staffHistory, AccountNames names) {
        this.history = staffHistory;
        this.names = names;
    }

    /** The last thing first. */
    List<TimelineEntry> of(AccountId account, Wording wording) {
        return history.of(account.value()).reversed().stream()
                .map(told -> new TimelineEntry(
                        told.at(),
                        wording.text(StaffFact.of(told.kind())),
                        told.account().map(names::of).orElse(null),
                        null,
                        true))
                .toList();
    }
}
