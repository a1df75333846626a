package fr.traboule.procedures;

import static org.assertj.core.api.Assertions.assertThat;

import fr.traboule.WholeProgramTest;
import fr.traboule.calendar.CityTime;
import fr.traboule.city.Directory;
import fr.traboule.routing.Nature;
import fr.traboule.routing.RouteRequest;
import fr.traboule.routing.Subject;
import fr.traboule.routing.SubjectTheme;
import fr.traboule.routing.Subjects;
import fr.traboule.web.Language;
import jakarta.servlet.http.Cookie;
import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WholeProgramTest
class ProcedureControllerTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    Subjects subjects;

    @Autowired
    RouteRequest routeRequest;

    @Autowired
    Directory directory;

    @Autowired
    Clock clock;

    @ParameterizedTest
    @EnumSource
    void everySubjectIsListedUnderItsTheme(Language language) throws Exception {
        var page = page("/demarches", language);

        assertThat(page.select("main .app-subjects a").eachAttr("href"))
                .containsExactlyElementsOf(allSubjects().stream()
                        .map(subject -> "/demarches/" + subject.code())
                        .toList());
        assertThat(page.select("main h2").eachText())
                .containsExactlyElementsOf(subjects.themes().stream()
                        .map(theme -> theme.name().in(language).text())
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void everySubjectHasItsPageInEveryLanguage(Language language) throws Exception {
        assertThat(allSubjects()).hasSize(88);
        for (var subject : allSubjects()) {
            var page = page("/demarches/" + subject.code(), language);

            assertThat(page.select("html").attr("lang")).isEqualTo(language.code());
            assertThat(page.select("html").attr("dir")).isEqualTo(language.direction());
            assertThat(page.select("h1").text())
                    .isEqualTo(subject.title().in(language).text());
            assertThat(page.select("main li").text()).as(subject.code()).contains(whoAnswers(subject, language));
            assertThat(page.select("main").text()).contains(String.valueOf(subject.promiseDays()));
        }
    }

    @Test
    void everySubjectCanBeAskedOnlineAndInAnotherWay() throws Exception {
        for (var subject : allSubjects()) {
            var page = page("/demarches/" + subject.code(), Language.FR);
            var door = subject.nature() == Nature.REPORT ? "/signaler" : "/ecrire";

            assertThat(page.select("main a.govuk-button").attr("href")).isEqualTo(door + "?sujet=" + subject.code());
            assertThat(page.select("main a[href=/lieux]").text()).startsWith("Venez à un accueil ou téléphonez");
            assertThat(page.select("main").text()).contains("04 72 10 30 30");
        }
    }

    @Test
    void whatAnotherAdministrationDoesNamesItAndTheUnitThatPassesItOn() throws Exception {
        var page = page("/demarches/nid-de-poule", Language.FR);

        assertThat(page.select("main li").text())
                .startsWith("Métropole de Lyon Vous n’avez pas à la chercher")
                .contains("Relations avec la Métropole");
    }

    @Test
    void theTranslationSaysThatTheFrenchTextCounts() throws Exception {
        assertThat(page("/demarches/nid-de-poule", Language.EN).select("main").text())
                .contains("Courtesy translation. The French text is the one that counts.");
        assertThat(page("/demarches/nid-de-poule", Language.FR).select("main").text())
                .doesNotContain("Traduction de courtoisie");
    }

    @Test
    void aSearchShowsWhatItFoundAboveAllSubjects() throws Exception {
        var page = page("/demarches?mots=lampadaire", Language.FR);

        assertThat(page.select("#mots").val()).isEqualTo("lampadaire");
        assertThat(page.select("main h2").eachText())
                .first()
                .asString()
                .matches("(Un sujet trouvé|\\d+ sujets trouvés) pour « lampadaire »");
        assertThat(page.select("main .app-subjects a").eachAttr("href"))
                .first()
                .isEqualTo("/demarches/lampadaire-eteint");
    }

    @Test
    void aSearchThatFindsNothingLeadsToWriting() throws Exception {
        var page = page("/demarches?mots=xyzzy", Language.FR);

        assertThat(page.select("main h2").eachText()).first().isEqualTo("Aucun sujet trouvé pour « xyzzy »");
        assertThat(page.select(".app-empty a").attr("href")).isEqualTo("/ecrire");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<script>alert(1)</script>", "\" onfocus=\"alert(1)", "{0} {1, plural", "' | & ! :* <->", "👻"})
    void hostileWordsAreRepeatedAsWordsAndNothingElse(String words) throws Exception {
        var answer = browser.get().uri("/demarches?mots={words}", words).exchange();
        var page = Jsoup.parse(answer.getResponse().getContentAsString());

        assertThat(answer).hasStatusOk();
        assertThat(page.select("script, [onfocus]")).isEmpty();
        assertThat(page.select("#mots").val()).isEqualTo(words);
    }

    @Test
    void aSearchIsCutAfterTwoHundredCharacters() throws Exception {
        var page = page("/demarches?mots=" + "lampadaire ".repeat(1_000), Language.FR);

        assertThat(page.select("#mots").val()).hasSize(200);
        assertThat(page.select("main .app-subjects a").eachAttr("href"))
                .first()
                .isEqualTo("/demarches/lampadaire-eteint");
    }

    @Test
    void aSearchThatIsCutInTheMiddleOfASignStillFinds() throws Exception {
        var page = page("/demarches?mots=lampadaire" + "x".repeat(189) + "👻", Language.FR);

        assertThat(page.select("#mots").val()).startsWith("lampadaire");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "' or 1=1", "<script>"})
    void anUnknownSubjectIsNotFound(String slug) {
        assertThat(browser.get().uri("/demarches/{slug}", slug)).hasStatus(HttpStatus.NOT_FOUND);
    }

    private String whoAnswers(Subject subject, Language language) {
        var route = routeRequest.route(Optional.of(subject), Optional.empty(), CityTime.day(clock.instant()));
        return directory.unit(route.unit()).name().in(language).text();
    }

    private List<Subject> allSubjects() {
        return subjects.themes().stream()
                .map(SubjectTheme::subjects)
                .flatMap(List::stream)
                .toList();
    }

    private Document page(String address, Language language) throws UnsupportedEncodingException {
        var answer = browser.get()
                .uri(address)
                .cookie(new Cookie("langue", language.code()))
                .exchange();
        assertThat(answer).hasStatusOk();
        return Jsoup.parse(answer.getResponse().getContentAsString());
    }
}
