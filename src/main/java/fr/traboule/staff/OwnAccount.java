package fr.traboule.staff;

import fr.traboule.ground.access.AccessRuleBook;
import fr.traboule.ground.access.Account;
import fr.traboule.ground.access.AccountId;
import fr.traboule.ground.access.Accounts;
import fr.traboule.ground.access.PasswordLinks;
import fr.traboule.ground.access.Passwords;
import fr.traboule.ground.access.SecondFactor;
import fr.traboule.ground.access.Throttle;
import fr.traboule.web.NotFound;
import fr.traboule.web.Theme;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people do with their own account. */
@Service
class OwnAccount {

    private static final Throttle.Limit FORGOTTEN_LINKS =
            new Throttle.Limit("forgotten-password", 3, Duration.ofHours(1));
    private static final Throttle.Limit FORGOTTEN_FROM_PLACE =
            new Throttle.Limit("forgotten-password-place", 30, Duration.ofHours(1));

    private final Accounts accounts;
    private final Passwords passwords;
    private final PasswordLinks links;
    private final SecondFactor secondFactor;
    private final AccessRuleBook rules;
    private final StaffMail mail;
    private final Throttle throttle;
    private final Theme.Source theme;
    private final OwnFacts facts;

    OwnAccount(
            Accounts accounts,
            Passwords passwords,
            PasswordLinks links,
            SecondFactor secondFactor,
            AccessRuleBook rules,
            StaffMail mail,
            Throttle throttle,
            Theme.Source theme,
            OwnFacts facts) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.links = links;
        this.secondFactor = secondFactor;
        this.rules = rules;
        this.mail = mail;
        this.throttle = throttle;
        this.theme = theme;
        this.facts = facts;
    }

    Account of(AccountId id) {
        return accounts.byId(id).orElseThrow(NotFound::new);
    }

    /** Whether this account must have a second factor: then it can be changed for another, not gone without. */
    boolean mustHaveSecondFactor(AccountId id) {
        return rules.current().requireSecondFactor(of(id).roles());
    }

    @Transactional
    Passwords.Change changePassword(AccountId id, String old, String wanted, String session) {
        var change = passwords.change(id, old, wanted, session);
        if (change == Passwords.Change.DONE) {
            tell(id, StaffFact.PASSWORD_CHANGED);
        }
        return change;
    }

    /** Says nothing of whether there is such an account: neither in words nor in time worth measuring. */
    @Transactional
    void forgotten(String email, String place) {
        if (throttle.reached(FORGOTTEN_LINKS, email) || throttle.reached(FORGOTTEN_FROM_PLACE, place)) {
            return;
        }
        throttle.count(FORGOTTEN_LINKS, email);
        throttle.count(FORGOTTEN_FROM_PLACE, place);
        accounts.byEmail(email).filter(account -> !account.isClosed()).ifPresent(mail::forgotten);
    }

    /** @return false if the link is good no more */
    @Transactional
    boolean choosePassword(String token, String password) {
        var holder = links.holder(token).map(Account::id);
        var chosen = links.choose(token, password);
        if (chosen) {
            holder.ifPresent(id -> tell(id, StaffFact.PASSWORD_CHANGED));
        }
        return chosen;
    }

    SecondFactor.Enrolment beginSecondFactor(AccountId id) {
        return secondFactor.begin(of(id), theme.current().cityName());
    }

    /** @return the recovery codes, told this once; empty if the code is wrong */
    @Transactional
    Optional<List<String>> confirmSecondFactor(AccountId id, String code) {
        var recovery = secondFactor.confirm(id, code);
        recovery.ifPresent(codes -> tell(id, StaffFact.SECOND_FACTOR_SET_UP));
        return recovery;
    }

    /** Whoever must have a second factor and has no other takes another application next. */
    @Transactional
    void removeApplication(AccountId id) {
        secondFactor.removeApplication(id);
        tell(id, StaffFact.SECOND_FACTOR_REMOVED);
    }

    private void tell(AccountId id, StaffFact fact) {
        facts.tell(id, fact, Map.of());
    }
}
