package fr.traboule.start;

import fr.traboule.city.Directory;
import fr.traboule.city.Posts;
import fr.traboule.desk.SaveViews;
import fr.traboule.ground.access.AccessRuleBook;
import fr.traboule.ground.access.AccessRules;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.OpenAccount;
import fr.traboule.ground.access.Role;
import fr.traboule.records.ImportFolder;
import fr.traboule.records.Line;
import fr.traboule.residents.ResidentId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds the people and the requests of the demonstration, all of them invented; whole or not at all. */
@Component
class Demonstration {

    static final String ACCOUNTS = "demonstration/accounts.csv";
    private static final String RESIDENTS = "demonstration/residents.csv";
    private static final String REQUESTS = "demonstration/requests.csv";
    private static final String ENCOUNTERS = "demonstration/encounters.csv";
    private static final String CALL_BACKS = "demonstration/call_backs.csv";
    private static final String LETTERS = "demonstration/letters.csv";
    private static final String DRAFTS = "demonstration/drafts.csv";
    private static final String SHEETS = "demonstration/sheets.csv";
    private static final String OLD_REQUESTS = "demonstration/old_requests.csv";

    private final OpenAccount openAccount;
    private final Posts posts;
    private final Directory directory;
    private final AccessRuleBook accessRules;
    private final DemonstrationResident demonstrationResident;
    private final DemonstrationRequest demonstrationRequest;
    private final DemonstrationReception reception;
    private final DemonstrationPaper paper;
    private final DemonstrationArchives archives;
    private final SaveViews views;

    Demonstration(
            OpenAccount openAccount,
            Posts posts,
            Directory directory,
            AccessRuleBook accessRules,
            DemonstrationResident demonstrationResident,
            DemonstrationRequest demonstrationRequest,
            DemonstrationReception reception,
            DemonstrationPaper paper,
            DemonstrationArchives archives,
            SaveViews views) {
        this.openAccount = openAccount;
        this.posts = posts;
        this.directory = directory;
        this.accessRules = accessRules;
        this.demonstrationResident = demonstrationResident;
        this.demonstrationRequest = demonstrationRequest;
        this.reception = reception;
        this.paper = paper;
        this.archives = archives;
        this.views = views;
    }

    @Transactional
    void add(ImportFolder folder) {
        letAnybodyTry();
        var agents = new HashMap<String, Actor.Agent>();
        for (var line : folder.csv(ACCOUNTS)) {
            var account = DemonstrationAccount.of(line);
            agents.put(account.email(), open(account, line));
        }
        var residents = new HashMap<String, ResidentId>();
        for (var line : folder.csv(RESIDENTS)) {
            residents.put(line.required("code"), demonstrationResident.add(line, Map.copyOf(agents)));
        }
        folder.csv(REQUESTS).forEach(line -> demonstrationRequest.add(line, Map.copyOf(agents), Map.copyOf(residents)));
        agents.values().stream()
                .filter(agent -> agent.roles().contains(Role.UNIT_HEAD))
                .forEach(this::shareView);
        folder.csv(ENCOUNTERS).forEach(line -> reception.addEncounter(line, Map.copyOf(agents)));
        folder.csv(CALL_BACKS).forEach(line -> reception.addCallBack(line, Map.copyOf(agents)));
        folder.csv(LETTERS).forEach(line -> paper.addLetter(line, Map.copyOf(agents)));
        folder.csv(DRAFTS).forEach(line -> paper.addDraft(line, Map.copyOf(agents)));
        folder.csv(SHEETS).forEach(line -> paper.addSheets(line, Map.copyOf(agents)));
        archives.add(folder.csv(OLD_REQUESTS), Map.copyOf(agents));
    }

    /** What nobody has taken in hand yet, for the people of the head's own units. */
    private void shareView(Actor.Agent head) {
        posts.of(head.account())
                .forEach(unit -> views.save(head, "À prendre en main", "vue=nobodys", Optional.of(unit)));
    }

    /** The demonstration's administrator too signs in with the password alone; a city of one's own starts stricter. */
    private void letAnybodyTry() {
        var rules = accessRules.current();
        accessRules.change(
                new AccessRules(AccessRules.RequiredFrom.OFFERED, rules.idle(), rules.longest(), rules.version()));
    }

    private Actor.Agent open(DemonstrationAccount account, Line line) {
        var wanted = new OpenAccount.NewAccount(
                account.email(), account.name(), DemonstrationAccount.PASSWORD, Set.of(account.role()));
        return switch (openAccount.open(wanted)) {
            case OpenAccount.Opened opened -> {
                account.unit()
                        .map(code -> directory.unit(code).orElseThrow(() -> line.wrong("unit", "notIn", "units")))
                        .ifPresent(unit -> posts.assign(opened.id(), unit.id()));
                yield new Actor.Agent(opened.id(), Set.of(account.role()));
            }
            case OpenAccount.AddressTaken taken -> throw line.wrong("email", "twice");
        };
    }
}
