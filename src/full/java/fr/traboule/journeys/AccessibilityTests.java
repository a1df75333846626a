package fr.traboule.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import fr.traboule.start.StartedProgram;
import fr.traboule.web.Language;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Invariant I13: axe finds nothing on any page in any language, and no page is wider than 320 points, which is also what a
 * screen of 1280 points shows at 400 %.
 */
@JourneyTest
class AccessibilityTests {

    private static final List<String> OPEN_TO_ALL = List.of(
            "/",
            "/demarches",
            "/demarches?mots=lampadere",
            "/demarches?mots=xyzxyz",
            "/demarches/lampadaire-eteint",
            "/lieux",
            "/lieux/mairie-3e",
            "/suivi",
            "/reprendre",
            "/pacte",
            "/accessibilite",
            "/composants",
            "/connexion",
            "/nulle-part");
    private static final List<String> OF_THE_DESK = List.of(
            "/agents",
            "/agents/recherche?mots=lampadaire",
            "/agents/recherche?mots=xyzxyz",
            "/agents/recherche?state=ouvertes",
            "/agents?vue=nobodys&unit=inconnu",
            "/agents/vues",
            "/agents/vues/nouvelle?vue=late",
            "/agents/rappels",
            "/agents/rappels/nouveau",
            "/agents/contacts",
            "/agents/courriers-et-appels",
            "/agents/absences",
            "/agents/brouillons",
            "/agents/courrier",
            "/agents/courrier/registre",
            "/agents/fiches-de-secours",
            "/agents/fiches-de-secours/toutes",
            "/agents/usagers",
            "/agents/usagers?mots=Robin",
            "/agents/usagers?mots=xyzxyz",
            "/agents/usagers/nouvelle",
            "/agents/terrain",
            "/agents/terrain/hors-ligne",
            "/agents/terrain/a-faire");
    private static final List<String> OF_ADMINISTRATORS = List.of(
            "/administration",
            "/administration/courriels",
            "/administration/horaires",
            "/administration/ville",
            "/administration/ville/changements",
            "/administration/ville/units",
            "/administration/ville/units/nouveau",
            "/administration/ville/units/fiche?cle=eclairage-public",
            "/administration/ville/units/fermer?cle=eclairage-public",
            "/administration/ville/places/fiche?cle=mairie-du-7e-arrondissement",
            "/administration/ville/subject_texts",
            "/administration/ville/competences/nouveau",
            "/administration/ville/city/fiche",
            "/administration/ville/carte?subject=arbre-dangereux",
            "/administration/ville/phrases?q=accueil",
            "/administration/ville/import",
            "/administration/ville/mise-en-place",
            "/administration/comptes",
            "/administration/comptes/nouveau",
            "/administration/comptes/liste",
            "/administration/roles",
            "/administration/connexion",
            "/administration/travaux",
            "/administration/fichiers",
            "/agents/compte",
            "/agents/compte/mot-de-passe",
            "/agents/compte/second-facteur",
            "/agents/nouvelle",
            "/agents/reponses-types",
            "/agents/reponses-types/nouvelle",
            "/agents/reponses-types/lampadaire-repare",
            "/agents/reponses-types/lampadaire-repare/modifier",
            "/agents/reponses-types/lampadaire-repare/versions/0");

    private final Set<String> inspected = new LinkedHashSet<>();

    @ParameterizedTest
    @EnumSource(Language.class)
    void pagesOpenToAll(Language language, RunningCity city) {
        try (var person = city.inspected(language, this::inspect)) {
            OPEN_TO_ALL.forEach(person::goTo);
            person.goTo("/suivi");
            person.send();
            person.goTo("/composants");
            person.send();
            person.goTo("/reprendre");
            person.send();
            person.goTo("/connexion");
            person.type("email", "nobody@demo.example");
            person.type("password", "nothing");
            person.send();
        }
        assertThat(inspected).hasSizeGreaterThanOrEqualTo(OPEN_TO_ALL.size());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theWayOfARequest(Language language, RunningCity city) {
        try (var person = city.inspected(language, this::inspect)) {
            var given = Walks.reportALamp(person, language, "axe-%s@demo.example".formatted(language.code()));
            Walks.follow(person, given);
            Walks.ask(person, language, "axe-%s@demo.example".formatted(language.code()));
        }
        try (var person = city.inspected(language, this::inspect)) {
            person.goTo("/signaler");
            person.type("description", "xyzxyz");
            person.send();
            person.goTo("/signaler/carte");
            person.press("main ol a >> nth=2");
            person.press("main ol a >> nth=1");
            person.press("main form button[type=submit]");
            person.goTo("/signaler/reponse");
            person.choose("way", "LETTER");
            person.send();
            person.send();
            person.goTo("/signaler/reponse");
            person.choose("way", "PHONE");
            person.send();
            person.send();
        }
        assertThat(inspected).hasSizeGreaterThan(12);
    }

    @ParameterizedTest
    @EnumSource(
            value = Language.class,
            names = {"FR", "EN"})
    void theDesk(Language language, RunningCity city) {
        Walks.Given given;
        try (var person = city.inspected(language, this::inspect)) {
            given = Walks.reportALamp(person, language, "bureau-%s@demo.example".formatted(language.code()));
        }
        try (var agent = city.inspected(language, this::inspect)) {
            agent.signIn("accueil@demo.example");
            OF_THE_DESK.forEach(agent::goTo);
            reportFromTheStreet(agent);
            Walks.open(agent, given);
            assertThat(agent.text()).contains(given.number()).doesNotContain("bureau-");
            var filed = Walks.fileAtTheCounter(agent);
            Walks.receiveAgain(agent);
            Walks.call(agent);
            Walks.lookAtARecord(agent, filed);
        }
        try (var officer = city.inspected(language, this::inspect)) {
            officer.signIn("eclairage@demo.example");
            Walks.open(officer, given);
            Walks.takeAndNote(officer, "À voir");
            officer.press("button[formaction$='/repondre']");
            officer.press("button[formaction$='/reponse-type']");
            officer.type("subjectWords", "trou");
            officer.press("button[value=subjectWords]:not([tabindex])");
            officer.unfold("button[formaction$='/attendre']");
            officer.unfold("button[formaction$='/transmettre']");
            officer.unfold("button[formaction$='/personne/ajouter']");
            Walks.askAnOpinion(officer, "espaces-verts", "Qu’en dites-vous ?");
            officer.goTo("/agents/avis");
            for (var about : List.of("/reclamation", "/corriger", "/liens", "/fichiers")) {
                officer.goTo("/agents/demandes/" + given.number() + about);
                officer.send();
            }
            Walks.open(officer, given);
            Walks.chooseTogether(officer, given);
            officer.send();
            officer.type("words", "Bonjour");
            officer.send();
            officer.send();
            officer.goTo("/agents/ensemble");
            officer.press(".app-card a");
            officer.press("form[action$='/retenir'] button");
            officer.press("button[formaction$='/abandonner']");
            Walks.open(officer, given);
            Walks.hideACorner(officer);
            officer.press("form[action$='/publier'] button");
            Walks.open(officer, given);
            Walks.askThePerson(officer, "Quel numéro ?");
            Walks.answer(officer, "Bonjour");
        }
        try (var officer = city.inspected(language, this::inspect)) {
            officer.signIn("eclairage@demo.example");
            Walks.handOver(officer);
        }
        try (var head = city.inspected(language, this::inspect)) {
            head.signIn("responsable@demo.example");
            head.goTo("/agents/equipe");
            head.goTo("/agents/absences");
            head.send();
            head.goTo("/agents?vue=nobodys&unit=eclairage-public");
            head.goTo("/agents/vues/nouvelle?vue=late");
        }
        try (var person = city.inspected(language, this::inspect)) {
            Walks.follow(person, given);
            Walks.say(person, "Encore éteint");
            person.goTo("/suivi/" + given.number() + "/mediateur");
            person.goTo("/suivi/" + given.number() + "/reclamation");
            person.send();
            person.type("words", "Personne n’est venu");
            person.send();
        }
        try (var administrator = city.inspected(language, this::inspect)) {
            administrator.signIn("admin@demo.example");
            OF_ADMINISTRATORS.forEach(administrator::goTo);
            administrator.goTo("/administration/travaux");
            administrator.press("button[name=start]");
            administrator.goTo("/administration/travaux");
            administrator.press(".app-card a");
            administrator.goTo("/administration/comptes/nouveau");
            administrator.send();
            administrator.goTo("/administration/connexion");
            administrator.type("idle", "beaucoup");
            administrator.send();
            administrator.goTo("/administration/comptes");
            administrator.press("tbody a");
            administrator.press("a[href$='/depart']");
            administrator.type("day-day", "45");
            administrator.send();
        }
        assertThat(inspected).hasSizeGreaterThan(OF_THE_DESK.size() + OF_ADMINISTRATORS.size());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aPlaceAtTheEdgeOfTwoAreas(Language language, RunningCity city) {
        try (var person = city.inspected(language, this::inspect)) {
            Walks.nameAPlaceAtAnEdge(person);
            assertThat(person.at()).isEqualTo("/signaler/lieu/limite");
            person.choose("area", "69387");
            person.send();
            assertThat(person.at()).isEqualTo("/signaler/fichiers");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Language.class,
            names = {"FR", "EN"})
    void theArchives(Language language, RunningCity city) {
        try (var archivist = city.inspected(language, this::inspect)) {
            archivist.signIn("archives@demo.example");
            archivist.goTo("/administration/archives");
            archivist.press("tbody a");
            archivist.press("tbody a");
        }
        assertThat(inspected).hasSizeGreaterThan(2);
    }

    @ParameterizedTest
    @EnumSource(
            value = Language.class,
            names = {"FR", "EN"})
    void theLogOfAccesses(Language language, RunningCity city) {
        try (var officer = city.inspected(language, this::inspect)) {
            officer.signIn("protection@demo.example");
            officer.goTo("/administration/acces");
            officer.goTo("/administration/acces?number=rien&agent=personne");
            officer.goTo("/administration/acces?person=bureau-fr@demo.example");
        }
        assertThat(inspected).hasSizeGreaterThan(3);
    }

    @ParameterizedTest
    @EnumSource(
            value = Language.class,
            names = {"FR", "EN"})
    void aFileThatIsSetAside(Language language, RunningCity city, @TempDir Path folder) throws Exception {
        try (var person = city.inspected(language, this::inspect);
                var administrator = city.inspected(language, this::inspect)) {
            var given = Walks.sendAVirus(person, folder, "virus-%s@demo.example".formatted(language.code()));
            administrator.signIn("admin@demo.example");
            administrator.awaitAt("/administration/fichiers", given.number());
            assertThat(administrator.text()).contains(given.number(), "Eicar-Test-Signature");
            person.goTo("/suivi/" + given.number());
            assertThat(person.text()).contains("document.txt");
            administrator.press("tbody a");
            administrator.press("button[formaction$='/liberer']");
            assertThat(administrator.text()).contains("document.txt");
            administrator.type("reason", "Un document de formation");
            administrator.press("button[formaction$='/effacer']");
            assertThat(administrator.at()).isEqualTo("/administration/fichiers");
            assertThat(administrator.text()).doesNotContain(given.number());
            person.goTo("/suivi/" + given.number());
        }
        assertThat(inspected).hasSizeGreaterThan(6);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void signingInStepByStep(Language language, RunningCity city) throws Exception {
        try (var person = city.inspected(language, this::inspect)) {
            Walks.chooseAPassword(person, city, language);
            Walks.protectTheAccount(person, language);
        }
        assertThat(inspected).hasSizeGreaterThan(7);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void passkeys(Language language, RunningCity city) throws Exception {
        try (var person = city.inspected(language, this::inspect)) {
            var email = Walks.chooseAPassword(person, city, language);
            var device = new VirtualKey(person.page(), false);
            person.goTo("/agents/compte/second-facteur/cle");
            person.type("name", "");
            person.send();
            person.type("name", "Clé");
            person.send();
            assertThat(person.text("main h1")).isNotBlank();
            device.isTouched(true);
            Walks.addAPasskey(person, "Une clé d’accès avec un nom assez long pour un petit écran");
            person.goTo("/agents/compte/second-facteur");
            person.goTo("/agents/compte/second-facteur/application");
            person.goTo("/agents/compte/second-facteur/preuve");
            person.press("footer form button");

            device.isTouched(false);
            person.goTo("/connexion");
            person.press("form[action='/connexion/cle'] button");
            person.goTo("/connexion?cle=went_back");
            person.type("email", email);
            person.type("password", "une phrase assez longue");
            person.send();
            assertThat(person.at()).isEqualTo("/connexion/code");
            person.type("code", "000000");
            person.press("form[action='/connexion/code'] button");
        }
        assertThat(inspected).hasSizeGreaterThan(9);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whoIsTakenForARobot(Language language, RunningCity city) {
        try (var person = city.inspected(language, this::inspect)) {
            person.goTo("/signaler");
            person.type("description", "Un banc est cassé");
            person.send();
            person.goTo("/signaler/reponse");
            person.choose("way", "NONE");
            person.send();
            person.page().evaluate("document.querySelector('#site').value = 'https://spam.example'");
            person.send();
            assertThat(person.at()).isEqualTo("/signaler/verification");
            person.page().waitForTimeout(1_200);
            person.send();
            assertThat(person.at()).endsWith("/recu");
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatWasLostOnTheWay(Language language, RunningCity city) {
        try (var person = city.inspected(language, this::inspect)) {
            person.goTo("/signaler");
            person.type("description", "Un banc est cassé");
            person.lose("XSRF-TOKEN");
            assertThat(person.sendInVain()).isEqualTo(403);
            assertThat(person.text()).contains("Un banc est cassé");
            assertThat(person.open("/demarches/%00")).isEqualTo(400);
        }
        try (var agent = city.inspected(language, this::inspect)) {
            agent.signIn("accueil@demo.example");
            agent.goTo("/agents/nouvelle");
            agent.type("description", "Un banc est cassé");
            agent.lose("traboule");
            assertThat(agent.sendInVain()).isEqualTo(401);
            assertThat(agent.text()).contains("Un banc est cassé");
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void thePageOfTheFirstAccount(Language language, RunningCity city, @TempDir Path folder) throws Exception {
        try (var empty = StartedProgram.start(folder.resolve("data"), "--empty");
                var person = city.inspected(language, this::inspect)) {
            person.goTo(empty.output()
                    .lines()
                    .filter(line -> line.contains("/premier-compte/"))
                    .map(line -> line.substring(line.indexOf("http")))
                    .findFirst()
                    .orElseThrow());
            person.send();
        }
        assertThat(inspected).isNotEmpty();
    }

    /** Where the script shows what the program did not: what is wrong, what is kept, what is sent. */
    private void reportFromTheStreet(Person agent) {
        agent.goTo("/agents/terrain");
        agent.type("subjectWords", "lampadère");
        agent.page().keyboard().press("Enter");
        agent.page().waitForSelector("[data-wrong]:not([hidden])");
        inspect(agent.page());
        agent.type("subjectWords", "");
        agent.type("description", "Un banc cassé");
        agent.page().locator("main form button[type=submit]").click();
        agent.page().waitForSelector("[data-link]:not(:empty)");
        inspect(agent.page());
        agent.goTo("/agents/terrain/a-faire");
        agent.send();
        agent.type("place", "rue Garibaldi");
        agent.send();
        agent.chooseFirst("placeChoice");
        agent.send();
    }

    private void inspect(Page page) {
        inspected.add(page.url());
        var violations = new AxeBuilder(page).setLegacyMode(true).analyze().getViolations();
        assertThat(violations.stream()
                        .map(rule -> rule.getId() + " "
                                + rule.getNodes().stream()
                                        .map(node -> node.getHtml())
                                        .toList()))
                .as(page.url())
                .isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth"))
                .as("width of " + page.url())
                .isEqualTo(320);
    }

    @AfterEach
    void forget() {
        inspected.clear();
    }
}
