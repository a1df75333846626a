package fr.traboule.start;

import fr.traboule.city.Directory;
import fr.traboule.city.Posts;
import fr.traboule.ground.access.AccessRuleBook;
import fr.traboule.ground.access.AccessRules;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.OpenAccount;
import fr.traboule.records.ImportFolder;
import fr.traboule.records.Line;
import fr.traboule.residents.ResidentId;
import java.util.HashMap;
import java.util.Map;
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

    private final OpenAccount openAccount;
    private final Posts posts;
    private final Directory directory;
    private final AccessRuleBook accessRules;
    private final DemonstrationResident demonstrationResident;
    private final DemonstrationRequest demonstrationRequest;
    private final DemonstrationReception reception;

    Demonstration(
            OpenAccount openAccount,
            Posts posts,
            Directory directory,
            AccessRuleBook accessRules,
            DemonstrationResident demonstrationResident,
            DemonstrationRequest demonstrationRequest,
            DemonstrationReception reception) {
        this.openAccount = openAccount;
        this.posts = posts;
        this.directory = directory;
        this.accessRules = accessRules;
        this.demonstrationResident = demonstrationResident;
        this.demonstrationRequest = demonstrationRequest;
        this.reception = reception;
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
        folder.csv(ENCOUNTERS).forEach(line -> reception.addEncounter(line, Map.copyOf(agents)));
        folder.csv(CALL_BACKS).forEach(line -> reception.addCallBack(line, Map.copyOf(agents)));
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
