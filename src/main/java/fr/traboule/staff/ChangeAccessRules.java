package fr.traboule.staff;

import fr.traboule.ground.access.AccessRuleBook;
import fr.traboule.ground.access.AccessRules;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.ground.history.Fact;
import fr.traboule.ground.history.History;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes how strictly everybody signs in, and keeps who did. */
@Service
class ChangeAccessRules {

    /** The rules are one thing: their facts stand under this id. */
    private static final UUID RULES = new UUID(0, 1);

    private final AccessRuleBook book;
    private final Permissions permissions;
    private final History history;
    private final Clock clock;

    ChangeAccessRules(AccessRuleBook book, Permissions permissions, History staffHistory, Clock clock) {
        this.book = book;
        this.permissions = permissions;
        this.history = staffHistory;
        this.clock = clock;
    }

    AccessRules current() {
        return book.current();
    }

    /** @return false if somebody changed them since that version was read */
    @Transactional
    boolean change(Actor actor, AccessRules rules) {
        permissions.require(actor, StaffPermission.CHANGE_RULES);
        if (!book.change(rules)) {
            return false;
        }
        history.add(Fact.of(
                RULES,
                StaffFact.RULES_CHANGED.code(),
                clock.instant(),
                actor,
                Map.of(
                        "second_factor", rules.secondFactor().code(),
                        "idle", rules.idle().toString(),
                        "longest", rules.longest().toString())));
        return true;
    }
}
