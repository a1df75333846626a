package fr.traboule.configuration;

import static fr.traboule.Answer.body;
import static fr.traboule.Answer.page;
import static fr.traboule.Answer.redirect;
import static org.assertj.core.api.Assertions.assertThat;

import fr.traboule.MockBrowser;
import fr.traboule.WholeProgramTest;
import fr.traboule.records.RecordFile;
import fr.traboule.records.RecordFiles;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** An administrator changes the city from its pages; each change that is made for good is undone at the end. */
@WholeProgramTest
class ConfigurationPagesTests {

    private static final String CITY = "/administration/ville";
    private static final String PLACE = "mairie-du-7e-arrondissement";

    @Autowired
    RecordFiles files;

    private final MockBrowser browser;

    ConfigurationPagesTests(@Autowired MockMvcTester mvc) {
        browser = new MockBrowser(mvc);
    }

    @BeforeEach
    void signIn() {
        browser.signIn("admin@demo.example", "traboule-demonstration");
    }

    @Test
    void everyKindOfRecordsHasItsPages() {
        assertThat(files.all()).hasSize(18).allSatisfy(file -> {
            var list = browser.get(CITY + "/" + file.name());
            if (file.key().isEmpty()) {
                assertThat(redirect(list)).isEqualTo(CITY + "/city/fiche");
            } else {
                assertThat(list).as(file.name() + " list").hasStatusOk();
                assertThat(browser.get(CITY + "/" + file.name() + "/nouveau"))
                        .as(file.name())
                        .hasStatusOk();
            }
            firstKey(file)
                    .forEach(key -> assertThat(browser.get(record(file.name(), key)))
                            .as(file.name())
                            .hasStatusOk());
        });
    }

    private static Stream<String> firstKey(RecordFile file) {
        return RecordFiles.read(file).keySet().stream().limit(1);
    }

    @Test
    void aChangeIsLookedAtThenDoneThenUndone() {
        var change = change("units", "eclairage-public", "office", "Bureau 12");
        assertThat(page(browser.get(change)).select("ins").eachText()).containsExactly("Bureau 12");

        assertThat(redirect(browser.post(change, "version", "0", "when", "now")))
                .isEqualTo(change + "?fait");
        assertThat(page(browser.get(record("units", "eclairage-public")))
                        .expectFirst("#office")
                        .attr("value"))
                .isEqualTo("Bureau 12");

        var undoing = redirect(browser.post(change + "/annuler"));
        browser.post(undoing, "version", "0", "when", "now");
        assertThat(page(browser.get(record("units", "eclairage-public")))
                        .expectFirst("#office")
                        .attr("value"))
                .isEmpty();
        assertThat(body(browser.get(record("units", "eclairage-public")))).contains("Annulé depuis");
    }

    @Test
    void hoursTypedInWordsAreShownBackAsSentencesAndAsAWeek() {
        var change = change(
                "places", PLACE, "hours", "du lundi au vendredi de 9h à 17h, samedi 10h-12h, fermé les jours fériés");

        assertThat(page(browser.get(change)).select("ins").eachText())
                .contains("Mo-Fr 09:00-17:00; Sa 10:00-12:00; PH off");
        assertThat(body(browser.get(change))).contains("Du lundi au vendredi");

        assertThat(page(browser.get(change)).select("section table").getLast().text())
                .contains("lundi", "9 h", "17 h", "dimanche");
        browser.post(change + "/abandonner", "version", "0");
    }

    @Test
    void whatIsTypedWrongIsSaidBesideItsFieldAndKept() {
        var answer = post("places", PLACE, "hours", "quand on peut");

        assertThat(answer).hasStatusOk();
        assertThat(page(answer).expectFirst("#hours-error").text()).isNotBlank();
        assertThat(page(answer).expectFirst("#hours").text()).isEqualTo("quand on peut");

        var colour = post("city", "", "brand", "#ffd700");
        assertThat(page(colour).expectFirst("#brand-error").text()).contains("ne se lit pas à côté du blanc");
    }

    @Test
    void aDayThatIsPastIsRefused() {
        var change = change("units", "eclairage-public", "office", "Bureau 12");

        var answer = browser.post(
                change, "version", "0", "when", "day", "day.day", "1", "day.month", "1", "day.year", "2020");

        assertThat(page(answer).select(".govuk-error-summary").text()).contains("après aujourd’hui");
        browser.post(change + "/abandonner", "version", "0");
    }

    @Test
    void aChangePreparedForADayWaitsInTheList() {
        var change = change("units", "eclairage-public", "office", "Bureau 12");

        browser.post(change, "version", "0", "when", "day", "day.day", "1", "day.month", "6", "day.year", "2099");

        assertThat(body(browser.get(CITY))).contains("Changements en attente", "juin 2099");
        browser.post(change + "/abandonner", "version", "1");
    }

    @Test
    void twoWhoDecideAtOnceDoNotOverwriteEachOther() {
        var change = change("units", "eclairage-public", "office", "Bureau 12");
        browser.post(change + "/abandonner", "version", "0");

        assertThat(body(browser.post(change, "version", "0", "when", "now"))).contains("a décidé de ce changement");
    }

    @Test
    void theMapSaysWhoAnswersWhereWithItsTable() {
        var map = page(browser.get(CITY + "/carte?subject=arbre-dangereux"));

        assertThat(map.select("svg path").size()).isGreaterThan(30);
        assertThat(map.expectFirst("main table").text()).contains("Sur la carte");
        assertThat(map.select("svg text").eachText()).allMatch(label -> label.matches("\\d|\\?"));
    }

    @Test
    void aSentenceIsFoundByItsWordsAndSaidOtherwise() {
        var found = page(browser.get(CITY + "/phrases?q=Accueil")).select("tbody a");
        assertThat(found).isNotEmpty();

        var form = page(browser.get(found.getFirst().attr("href")));
        assertThat(form.expectFirst("#key").attr("value")).contains(".");
        assertThat(form.expectFirst("#words").text()).isNotBlank();
    }

    @Test
    void theSetUpSaysWhatIsLeftToDo() {
        assertThat(page(browser.get(CITY + "/mise-en-place")).select("ol li h2").size())
                .isEqualTo(12);
    }

    @Test
    void whoMayNotSeesNothingOfIt() {
        var agent = browser;
        agent.forgetAll();
        agent.signIn("accueil@demo.example", "traboule-demonstration");

        Stream.of("", "/units", "/units/nouveau", "/changements", "/import", "/carte", "/phrases", "/mise-en-place")
                .forEach(address ->
                        assertThat(agent.get(CITY + address)).as(address).hasStatus(403));
        assertThat(agent.post(CITY + "/export")).hasStatus(403);
        assertThat(agent.post(CITY + "/units/fiche", "cle", "eclairage-public")).hasStatus(403);
    }

    private String change(String kind, String key, String column, String value) {
        return redirect(post(kind, key, column, value));
    }

    private MvcTestResult post(String kind, String key, String column, String value) {
        var entry = Objects.requireNonNull(
                RecordFiles.read(files.byName(kind).orElseThrow()).get(key));
        var fields = Stream.concat(
                        Stream.of("cle", key),
                        entry.cells().entrySet().stream()
                                .filter(cell -> !cell.getKey().equals("logo"))
                                .flatMap(cell -> Stream.of(
                                        cell.getKey(), cell.getKey().equals(column) ? value : cell.getValue())))
                .toArray(String[]::new);
        return browser.post(CITY + "/" + kind + "/fiche", fields);
    }

    private static String record(String kind, String key) {
        return CITY + "/" + kind + "/fiche?cle=" + RecordsController.coded(key);
    }
}
