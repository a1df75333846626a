package fr.traboule.staff;

import fr.traboule.ground.access.AccountId;
import fr.traboule.ground.access.Accounts;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.history.Fact;
import fr.traboule.ground.history.History;
import fr.traboule.web.NotFound;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Puts what happens to an account into its history, and writes to its holder where they should know it was them. */
@Component
class OwnFacts {

    private final Accounts accounts;
    private final History history;
    private final StaffMail mail;
    private final Clock clock;

    OwnFacts(Accounts accounts, History staffHistory, StaffMail mail, Clock clock) {
        this.accounts = accounts;
        this.history = staffHistory;
        this.mail = mail;
        this.clock = clock;
    }

    /** Done by the account's holder. */
    void tell(AccountId id, StaffFact fact, Map<String, String> details) {
        var account = accounts.byId(id).orElseThrow(NotFound::new);
        tell(id, fact, new Actor.Agent(id, account.roles()), details);
    }

    void tell(AccountId id, StaffFact fact, Actor actor, Map<String, String> details) {
        history.add(Fact.of(id.value(), fact.code(), clock.instant(), actor, details));
        if (fact.isAnnounced()) {
            mail.announce(accounts.byId(id).orElseThrow(NotFound::new), fact);
        }
    }
}
