package fr.traboule.staff;

import fr.traboule.calendar.CityTime;
import fr.traboule.city.UnitId;
import fr.traboule.ground.access.Account;
import fr.traboule.ground.access.AccountId;
import fr.traboule.ground.access.Accounts;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.OpenAccount;
import fr.traboule.ground.access.Permissions;
import fr.traboule.ground.access.Role;
import fr.traboule.ground.access.SecondFactor;
import fr.traboule.ground.access.Sessions;
import fr.traboule.ground.history.Fact;
import fr.traboule.ground.history.History;
import fr.traboule.web.NotFound;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an administrator does with the accounts of others. There is always an administrator left who can sign in. */
@Service
public class ManageAccounts {

    private final Accounts accounts;
    private final OpenAccount openAccount;
    private final ChangePosts posts;
    private final SecondFactor secondFactor;
    private final Sessions sessions;
    private final Departures departures;
    private final StaffMail mail;
    private final OwnFacts facts;
    private final History history;
    private final Permissions permissions;
    private final Clock clock;

    ManageAccounts(
            Accounts accounts,
            OpenAccount openAccount,
            ChangePosts posts,
            SecondFactor secondFactor,
            Sessions sessions,
            Departures departures,
            StaffMail mail,
            OwnFacts facts,
            History staffHistory,
            Permissions permissions,
            Clock clock) {
        this.accounts = accounts;
        this.openAccount = openAccount;
        this.posts = posts;
        this.secondFactor = secondFactor;
        this.sessions = sessions;
        this.departures = departures;
        this.mail = mail;
        this.facts = facts;
        this.history = staffHistory;
        this.permissions = permissions;
        this.clock = clock;
    }

    /** An account as the administrator saw it when they decided. */
    public record Seen(AccountId id, int version) {}

    /** What somebody does here: their name, what they may do, where they work. */
    public record Work(String name, Set<Role> roles, Set<UnitId> units) {}

    public sealed interface Outcome {}

    public record Done(AccountId id) implements Outcome {}

    public record AddressTaken() implements Outcome {}

    public record ChangedMeanwhile() implements Outcome {}

    /** Nobody could administer any more. */
    public record LastAdministrator() implements Outcome {}

    @Transactional
    public Outcome invite(Actor actor, String email, Work work) {
        permissions.require(actor, StaffPermission.MANAGE_ACCOUNTS);
        return posted(actor, work, open(actor, email, work));
    }

    @Transactional
    public Outcome change(Actor actor, Seen seen, Work work) {
        permissions.require(actor, StaffPermission.MANAGE_ACCOUNTS);
        return posted(actor, work, alter(actor, seen, work));
    }

    private Outcome posted(Actor actor, Work work, Outcome outcome) {
        if (outcome instanceof Done done) {
            posts.become(actor, Map.of(done.id(), work.units()));
        }
        return outcome;
    }

    /** Of a list, whose posts are changed all together at its end. */
    Outcome open(Actor actor, String email, Work work) {
        permissions.require(actor, StaffPermission.MANAGE_ACCOUNTS);
        var wanted = new OpenAccount.NewAccount(email, work.name(), Optional.empty(), work.roles());
        return switch (openAccount.open(wanted)) {
            case OpenAccount.AddressTaken taken -> new AddressTaken();
            case OpenAccount.Opened opened -> {
                mail.invite(find(opened.id()));
                tell(opened.id(), StaffFact.INVITED, actor, difference(Set.of(), work.roles()));
                yield new Done(opened.id());
            }
        };
    }

    @Transactional
    public Outcome inviteAgain(Actor actor, AccountId id) {
        var account = find(actor, id);
        if (account.isClosed()) {
            return new ChangedMeanwhile();
        }
        mail.invite(account);
        tell(id, StaffFact.INVITED_AGAIN, actor);
        return new Done(id);
    }

    /** Of a list, as above. */
    Outcome alter(Actor actor, Seen seen, Work work) {
        accounts.lock();
        var account = find(actor, seen.id());
        if (!work.roles().contains(Role.ADMINISTRATOR) && isLastAdministrator(account)) {
            return new LastAdministrator();
        }
        if (!accounts.change(seen.id(), seen.version(), work.name(), work.roles())) {
            return new ChangedMeanwhile();
        }
        tell(seen.id(), StaffFact.CHANGED, actor, difference(account.roles(), work.roles()));
        return new Done(seen.id());
    }

    /** From that day on their account opens nothing. */
    @Transactional
    public Outcome leave(Actor actor, Seen seen, LocalDate day, Optional<AccountId> successor) {
        accounts.lock();
        if (isLastAdministrator(find(actor, seen.id()))) {
            return new LastAdministrator();
        }
        if (!accounts.leave(seen.id(), seen.version(), Optional.of(day))) {
            return new ChangedMeanwhile();
        }
        departures.succeed(seen.id(), successor);
        tell(seen.id(), StaffFact.LEAVES, actor, Map.of("day", day.toString()));
        if (!day.isAfter(CityTime.day(clock.instant()))) {
            departures.closeThoseWhoLeft();
        }
        return new Done(seen.id());
    }

    /** They stay after all, or come back: what they had in hand does not. */
    @Transactional
    public Outcome reopen(Actor actor, AccountId id) {
        var account = find(actor, id);
        if (!accounts.reopen(id)) {
            return new ChangedMeanwhile();
        }
        departures.succeed(id, Optional.empty());
        tell(id, account.isClosed() ? StaffFact.REOPENED : StaffFact.STAYS, actor);
        return new Done(id);
    }

    /** They lost their devices and their recovery codes: they sign in with the password, and set another up if they must. */
    @Transactional
    public Outcome resetSecondFactor(Actor actor, AccountId id) {
        find(actor, id);
        secondFactor.remove(id);
        sessions.endAll(id);
        facts.tell(id, StaffFact.SECOND_FACTOR_RESET, actor, Map.of());
        return new Done(id);
    }

    @Transactional
    public Outcome endSessions(Actor actor, AccountId id) {
        find(actor, id);
        sessions.endAll(id);
        tell(id, StaffFact.SESSIONS_ENDED, actor);
        return new Done(id);
    }

    /** Which roles came and went: whoever was given a right was given it by somebody. */
    private static Map<String, String> difference(Set<Role> before, Set<Role> after) {
        var details = new HashMap<String, String>();
        after.stream().filter(role -> !before.contains(role)).forEach(role -> details.put(role.code(), "given"));
        before.stream().filter(role -> !after.contains(role)).forEach(role -> details.put(role.code(), "taken"));
        return details;
    }

    private boolean isLastAdministrator(Account account) {
        return account.roles().contains(Role.ADMINISTRATOR)
                && accounts.having(Role.ADMINISTRATOR, 2).stream()
                        .allMatch(other -> other.id().equals(account.id()));
    }

    private Account find(Actor actor, AccountId id) {
        permissions.require(actor, StaffPermission.MANAGE_ACCOUNTS);
        return find(id);
    }

    private Account find(AccountId id) {
        return accounts.byId(id).orElseThrow(NotFound::new);
    }

    private void tell(AccountId id, StaffFact fact, Actor actor) {
        tell(id, fact, actor, Map.of());
    }

    private void tell(AccountId id, StaffFact fact, Actor actor, Map<String, String> details) {
        history.add(Fact.of(id.value(), fact.code(), clock.instant(), actor, details));
    }
}
