package fr.traboule.works;

import static org.assertj.core.api.Assertions.assertThat;

import fr.traboule.Answer;
import fr.traboule.MockBrowser;
import fr.traboule.StaffFixture;
import fr.traboule.WholeProgramTest;
import fr.traboule.ground.access.Accounts;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Role;
import fr.traboule.ground.works.AskForWork;
import fr.traboule.ground.works.NewWork;
import fr.traboule.ground.works.Progress;
import fr.traboule.ground.works.WorkFile;
import fr.traboule.ground.works.WorkFixture;
import fr.traboule.ground.works.WorkId;
import fr.traboule.web.Language;
import fr.traboule.web.Wordings;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Long works as people follow them. */
@WholeProgramTest
class WorkTests {

    private static final String PASSWORD = "a long enough password";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    StaffFixture staff;

    @Autowired
    Accounts accounts;

    @Autowired
    AskForWork askForWork;

    @Autowired
    WorkFixture works;

    @Autowired
    Wordings wordings;

    @Autowired
    JdbcClient jdbc;

    private Actor.Agent administrator;
    private MockBrowser browser;

    @BeforeEach
    void somebodySignsIn() {
        administrator = staff.agent(Role.ADMINISTRATOR);
        browser = signedIn(administrator);
    }

    @AfterEach
    void nothingUnderWay() {
        jdbc.sql("delete from ground.work").update();
        jdbc.sql("delete from ground.job").update();
    }

    @Test
    void aRebuildingIsAskedForFollowedAndDone() {
        assertThat(Answer.page(browser.get(WorkView.ADDRESS)).text()).contains("Aucun travail long");

        var address = Answer.redirect(browser.post(WorkView.ADDRESS, "start", "requests.rebuild-search"));
        var waiting = Answer.page(browser.get(address));
        assertThat(waiting.expectFirst("h1").text()).contains("Reconstruire");
        assertThat(waiting.text()).contains("En attente", "Demandé par Test ADMINISTRATOR", "Annuler ce travail");
        works.run(id(address));

        assertThat(Answer.page(browser.get(address)).text())
                .contains("Fait", "Tout est fait", "(100")
                .doesNotContain("Annuler ce travail");
        assertThat(Answer.page(browser.get(WorkView.ADDRESS))
                        .select(".app-card a")
                        .eachAttr("href"))
                .containsExactly(address);
    }

    @Test
    void whoAsksTwiceIsShownTheOneThatIsUnderWay() {
        var first = Answer.redirect(browser.post(WorkView.ADDRESS, "start", "requests.rebuild-search"));
        var second = Answer.redirect(browser.post(WorkView.ADDRESS, "start", "requests.rebuild-search"));

        assertThat(second).isEqualTo(first + "?deja=oui");
        assertThat(Answer.page(browser.get(second)).text()).contains("déjà en cours");
    }

    @Test
    void theBarIsReadInWordsToo() {
        var id = underWay();

        var page = Answer.page(browser.get(WorkView.address(id)));

        var bar = page.expectFirst("progress");
        assertThat(bar.attr("max") + " " + bar.attr("value")).isEqualTo("10000 2500");
        assertThat(bar.attr("aria-label")).isNotBlank();
        assertThat(page.expectFirst(".app-progress__text").text().replaceAll("[\u00a0\u202f]", " "))
                .isEqualTo("2 500 sur 10 000 (25 %), encore environ 3 minutes");
    }

    @Test
    void thePageComesBackByItselfOnlyForWhoeverChoseSo() {
        var address = WorkView.address(underWay());

        var still = browser.get(address);
        assertThat(still.getResponse().getHeader("Refresh")).isNull();
        var following = Answer.page(still).select("a[href$=suivre=true]").attr("href");
        var refreshed = browser.get(following);

        assertThat(refreshed.getResponse().getHeader("Refresh")).isEqualTo("10");
        assertThat(Answer.page(refreshed).text()).contains("toutes les dix secondes", "Ne plus mettre à jour");
        browser.post(address, "cancel", "true");
        works.run(id(address));
        assertThat(browser.get(following).getResponse().getHeader("Refresh")).isNull();
    }

    @Test
    void itIsCancelledOnce() {
        var address = WorkView.address(underWay());

        assertThat(Answer.redirect(browser.post(address, "cancel", "true"))).isEqualTo(address + "?fait=oui");
        assertThat(Answer.page(browser.get(address)).text())
                .contains("S’arrête")
                .doesNotContain("Annuler ce travail");
        assertThat(Answer.redirect(browser.post(address, "cancel", "true"))).isEqualTo(address + "?fait=non");
        works.run(id(address));

        assertThat(Answer.page(browser.get(address)).text()).contains("Annulé", "Ce qui était fait reste fait");
    }

    @Test
    void whatFailedSaysWhyAndIsTriedAgain() {
        var id = underWay();
        jdbc.sql("update ground.work set state = 'failed', reason = 'DiskFull', ended_at = now() where id = ?")
                .param(id.value())
                .update();
        var address = WorkView.address(id);

        assertThat(Answer.page(browser.get(address)).text()).contains("Échec", "DiskFull", "Réessayer");
        assertThat(Answer.redirect(browser.post(address, "retry", "true"))).isEqualTo(address + "?fait=oui");
        assertThat(Answer.page(browser.get(address)).text())
                .contains("En attente")
                .doesNotContain("DiskFull");
    }

    @Test
    void aWorkNobodyHearsOfSaysSinceWhenAndNoTimeLeft() {
        var id = underWay();
        jdbc.sql("update ground.work set progressed_at = now() - interval '10 minutes' where id = ?")
                .param(id.value())
                .update();

        assertThat(Answer.page(browser.get(WorkView.address(id))).text())
                .contains("Sans nouvelle depuis")
                .doesNotContain("encore environ");
    }

    @Test
    void aWorkOfAnotherVersionIsShownAllTheSame() {
        var id = underWay();
        jdbc.sql("update ground.work set kind = 'future.kind' where id = ?")
                .param(id.value())
                .update();

        assertThat(Answer.page(browser.get(WorkView.address(id)))
                        .expectFirst("h1")
                        .text())
                .isEqualTo("future.kind");
    }

    /** The administrator sees that the work is there, never what it made of somebody's data. */
    @Test
    void theFileIsForWhoeverAskedAloneAndWhileTheyMay() {
        var officer = staff.agent(Role.DATA_PROTECTION_OFFICER);
        var id = trail(officer);
        works.run(id);
        var address = WorkView.address(id);

        var mine = signedIn(officer);
        assertThat(Answer.page(mine.get(address)).text()).contains("Télécharger acces-personne.csv");
        assertThat(Answer.body(mine.get(address + "/fichier"))).startsWith("\ufeffQuand,De quoi");

        assertThat(Answer.page(browser.get(address)).text())
                .contains("Le fichier est pour la personne qui l’a demandé")
                .doesNotContain("somebody@example.org");
        assertThat(browser.get(address + "/fichier")).hasStatus(404);
        var colleague = signedIn(staff.agent(Role.DATA_PROTECTION_OFFICER));
        assertThat(colleague.get(address)).hasStatus(404);
        assertThat(colleague.get(address + "/fichier")).hasStatus(404);
        var account = accounts.byId(officer.account()).orElseThrow();
        accounts.change(officer.account(), account.version(), account.name(), Set.of(Role.UNIT_HEAD));
        var noLonger = signedIn(officer);
        assertThat(noLonger.get(address + "/fichier")).hasStatus(404);
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = "ADMINISTRATOR", mode = EnumSource.Mode.EXCLUDE)
    void nobodyElseSeesTheWorksOfOthersNorStartsAny(Role role) {
        var address = WorkView.address(underWay());
        var somebody = signedIn(staff.agent(role));

        assertThat(somebody.get(address)).hasStatus(404);
        assertThat(somebody.post(address, "cancel", "true")).hasStatus(404);
        assertThat(somebody.post(address, "retry", "true")).hasStatus(404);
        assertThat(somebody.post(WorkView.ADDRESS, "start", "requests.rebuild-search"))
                .hasStatus(403);
        assertThat(somebody.get(WorkView.ADDRESS)).hasStatus(403);
    }

    @Test
    void whatNeedsParametersIsNotStartedByHand() {
        assertThat(browser.post(WorkView.ADDRESS, "start", "privacy.person-trail"))
                .hasStatus(404);
        assertThat(browser.post(WorkView.ADDRESS, "start", "nothing")).hasStatus(404);
    }

    @ParameterizedTest
    @CsvSource({
        "20, encore moins d’une minute",
        "60, encore moins d’une minute",
        "61, encore environ 2 minutes",
        "5400, encore environ 90 minutes",
        "5401, encore environ 2 heures",
        "86400, encore environ 24 heures"
    })
    void timeLeftIsSaidInWords(long seconds, String words) {
        var progress = new Progress(Optional.empty(), 0, Optional.of(seconds), 10, Duration.ofMinutes(1), 1, 0);
        var view = new WorkView(
                WorkFixture.unsaved(progress),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty());

        assertThat(view.timeLeft(wordings.in(Language.FR)).map(text -> text.replace('\u00a0', ' ')))
                .contains(words);
    }

    private WorkId trail(Actor.Agent officer) {
        var wanted = NewWork.of("privacy.person-trail")
                .with("person", "somebody@example.org")
                .with("language", "fr")
                .making(new WorkFile("acces-personne.csv", "text/csv;charset=UTF-8"));
        return askForWork.ask(officer, wanted).id();
    }

    /** A quarter is done, and three minutes are left. */
    private WorkId underWay() {
        var id = askForWork
                .ask(administrator, NewWork.of("requests.rebuild-search").onlyOne())
                .id();
        jdbc.sql("""
                        update ground.work
                           set state = 'running', started_at = now(), progressed_at = now(), done_count = 2500, total_count = 10000,
                               portions = 5, worked_ms = 60000, pace = 42
                         where id = ?
                        """).param(id.value()).update();
        return id;
    }

    private static WorkId id(String address) {
        return new WorkId(UUID.fromString(address.substring(address.lastIndexOf('/') + 1)));
    }

    private MockBrowser signedIn(Actor.Agent agent) {
        var signing = new MockBrowser(mvc);
        signing.signIn(accounts.byId(agent.account()).orElseThrow().email(), PASSWORD);
        return signing;
    }
}
