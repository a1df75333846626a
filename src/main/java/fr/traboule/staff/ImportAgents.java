package fr.traboule.staff;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.traboule.city.Directory;
import fr.traboule.city.Posts;
import fr.traboule.city.Unit;
import fr.traboule.city.UnitId;
import fr.traboule.ground.access.Account;
import fr.traboule.ground.access.AccountId;
import fr.traboule.ground.access.Accounts;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.ground.access.Role;
import fr.traboule.web.Language;
import fr.traboule.web.Wordings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** Takes a list of agents in: shows what will change, line by line, then does it whole or not at all. */
@Service
class ImportAgents {

    private final Accounts accounts;
    private final Posts posts;
    private final ChangePosts changePosts;
    private final Directory directory;
    private final ManageAccounts manage;
    private final Permissions permissions;
    private final Wordings wordings;

    ImportAgents(
            Accounts accounts,
            Posts posts,
            ChangePosts changePosts,
            Directory directory,
            ManageAccounts manage,
            Permissions permissions,
            Wordings wordings) {
        this.accounts = accounts;
        this.posts = posts;
        this.changePosts = changePosts;
        this.directory = directory;
        this.manage = manage;
        this.permissions = permissions;
        this.wordings = wordings;
    }

    /** What becomes of one line. */
    enum Effect {
        INVITED,
        CHANGED,
        SAME
    }

    /**
     * One line and what becomes of it.
     *
     * @param known the account that it changes, as it is now
     */
    record Planned(AgentsList.Row row, Effect effect, Optional<ManageAccounts.Seen> known) {

        /** The same on every machine, in whatever order it keeps its sets. */
        private String inWords() {
            return String.join(
                    " ",
                    row.email(),
                    row.name(),
                    new TreeSet<>(row.roles()).toString(),
                    row.units().stream()
                            .map(unit -> unit.value().toString())
                            .sorted()
                            .toList()
                            .toString(),
                    effect.name(),
                    known.map(seen -> String.valueOf(seen.version())).orElse("new"));
        }
    }

    /** What a list will do, or why it cannot. */
    record Plan(List<Planned> lines, List<AgentsList.Wrong> wrong) {

        boolean isWhole() {
            return wrong.isEmpty();
        }

        long count(Effect effect) {
            return lines.stream().filter(line -> line.effect() == effect).count();
        }

        /** The same as long as the list and the accounts that it touches stay as they are. */
        String fingerprint() {
            var plan = lines.stream().map(Planned::inWords).collect(Collectors.joining("\n"));
            return UUID.nameUUIDFromBytes(plan.getBytes(UTF_8)).toString();
        }
    }

    sealed interface Outcome {}

    record Applied() implements Outcome {}

    /** An account was changed since the plan was shown: it must be looked at again. */
    record PlanChanged() implements Outcome {}

    record LastAdministrator() implements Outcome {}

    @Transactional(readOnly = true)
    public Plan plan(Actor actor, String text) {
        permissions.require(actor, StaffPermission.MANAGE_ACCOUNTS);
        var list = AgentsList.read(text, names());
        var wrong = new ArrayList<>(list.wrong());
        var lines = new ArrayList<Planned>();
        for (var row : list.rows()) {
            var account = accounts.byEmail(row.email());
            if (account.filter(Account::isClosed).isPresent()) {
                wrong.add(new AgentsList.Wrong(row.line(), "staff.import.wrong.closed", row.email()));
            } else {
                lines.add(planned(row, account));
            }
        }
        return new Plan(List.copyOf(lines), List.copyOf(wrong));
    }

    private Planned planned(AgentsList.Row row, Optional<Account> account) {
        var seen = account.map(known -> new ManageAccounts.Seen(known.id(), known.version()));
        var effect = account.map(known -> isSame(row, known) ? Effect.SAME : Effect.CHANGED)
                .orElse(Effect.INVITED);
        return new Planned(row, effect, seen);
    }

    private boolean isSame(AgentsList.Row row, Account account) {
        return account.name().equals(row.name())
                && account.roles().equals(row.roles())
                && posts.of(account.id()).equals(row.units());
    }

    @Transactional
    public Outcome apply(Actor actor, String text, String fingerprint) {
        var plan = plan(actor, text);
        if (!plan.isWhole() || !plan.fingerprint().equals(fingerprint)) {
            return new PlanChanged();
        }
        var units = new HashMap<AccountId, Set<UnitId>>();
        for (var line : plan.lines()) {
            switch (perform(actor, line)) {
                case ManageAccounts.Done done -> units.put(done.id(), line.row().units());
                case ManageAccounts.LastAdministrator last -> {
                    return undone(new LastAdministrator());
                }
                case ManageAccounts.AddressTaken taken -> {
                    return undone(new PlanChanged());
                }
                case ManageAccounts.ChangedMeanwhile changed -> {
                    return undone(new PlanChanged());
                }
            }
        }
        changePosts.become(actor, units);
        return new Applied();
    }

    private static Outcome undone(Outcome outcome) {
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        return outcome;
    }

    private ManageAccounts.Outcome perform(Actor actor, Planned line) {
        return switch (line.effect()) {
            case INVITED -> manage.open(actor, line.row().email(), line.row().work());
            case CHANGED ->
                manage.alter(actor, line.known().orElseThrow(), line.row().work());
            case SAME ->
                new ManageAccounts.Done(
                        line.known().map(ManageAccounts.Seen::id).orElseThrow());
        };
    }

    /** By code, and in the words of both languages of the desk. */
    private AgentsList.Names names() {
        var roles = new HashMap<String, Role>();
        var units = new HashMap<String, UnitId>();
        WorkOptions.staffRoles().forEach(role -> {
            roles.put(role.code(), role);
            for (var language : List.of(Language.FR, Language.EN)) {
                roles.put(wordings.in(language).text("web.role." + role.code()).toLowerCase(Locale.ROOT), role);
            }
        });
        directory.units().stream().filter(Unit::open).forEach(unit -> {
            units.put(unit.name().french().toLowerCase(Locale.ROOT), unit.id());
            units.put(unit.code().toLowerCase(Locale.ROOT), unit.id());
        });
        return new AgentsList.Names(roles, units);
    }
}
