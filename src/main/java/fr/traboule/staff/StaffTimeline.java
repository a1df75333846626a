package fr.traboule.staff;

import fr.traboule.ground.access.AccountId;
import fr.traboule.ground.access.AccountNames;
import fr.traboule.ground.history.History;
import fr.traboule.web.TimelineEntry;
import fr.traboule.web.Wording;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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

    /** « + Instruction », « − Accueil »; nothing where no role came or went. */
    private static @Nullable String roles(Map<String, String> details, Wording wording) {
        var changes = WorkOptions.staffRoles()
                .filter(role -> details.containsKey(role.code()))
                .map(role -> ("given".equals(details.get(role.code())) ? "+ " : "− ")
                        + wording.text("web.role." + role.code()))
                .collect(Collectors.joining("\n"));
        return changes.isEmpty() ? null : changes;
    }

    /** The last thing first. */
    List<TimelineEntry> of(AccountId account, Wording wording) {
        return history.of(account.value()).reversed().stream()
                .map(told -> new TimelineEntry(
                        told.at(),
                        wording.text(StaffFact.of(told.kind())),
                        told.account().map(names::of).orElse(null),
                        roles(told.details(), wording),
                        true))
                .toList();
    }
}
