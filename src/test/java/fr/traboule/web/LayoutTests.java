package fr.traboule.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.traboule.Answer;
import fr.traboule.WholeProgramTest;
import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WholeProgramTest
class LayoutTests {

    private static final List<String> PUBLIC_PAGES = List.of(
            "/",
            "/accessibilite",
            "/composants",
            "/connexion",
            "/demarches",
            "/demarches?mots=lampadaire",
            "/ecrire",
            "/lieux",
            "/pacte",
            "/reprendre",
            "/signaler",
            "/suivi");

    @Autowired
    MockMvcTester mvc;

    static Stream<Arguments> pages() {
        return PUBLIC_PAGES.stream()
                .flatMap(path -> Arrays.stream(Language.values()).map(language -> Arguments.of(path, language)));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aPageSaysItsLanguageItsDirectionAndItsCity(String path, Language language) {
        var page = page(path, language);

        assertThat(page.expectFirst("html").attr("lang")).isEqualTo(language.code());
        assertThat(page.expectFirst("html").attr("dir")).isEqualTo(language.direction());
        assertThat(page.title()).matches(".+ – Lyon");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void theFirstThingThatTheKeyboardReachesSkipsToTheContent(String path, Language language) {
        var page = page(path, language);
        var first = page.expectFirst("a[href], button, input, select, textarea, summary, [tabindex]");

        assertThat(first.hasClass("govuk-skip-link")).isTrue();
        assertThat(page.expectFirst(first.attr("href")).tagName()).isEqualTo("main");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aPageHasOneTitleAndNoLevelIsSkippedBelowIt(String path, Language language) {
        var levels = page(path, language).select("h1, h2, h3, h4").eachText();
        var tags = page(path, language).select("h1, h2, h3, h4").stream()
                .map(title -> title.tagName().charAt(1) - '0')
                .toList();

        assertThat(tags).as("%s", levels).startsWith(1).containsOnlyOnce(1);
        for (var i = 1; i < tags.size(); i++) {
            assertThat(tags.get(i)).as("%s", levels.get(i)).isLessThanOrEqualTo(tags.get(i - 1) + 1);
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void idsAreUniqueAndWhatPointsToThemFindsThem(String path, Language language) {
        var page = page(path, language);
        var ids = page.select("[id]").eachAttr("id");

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(page.select("label").eachAttr("for")).isSubsetOf(ids);
        assertThat(page.select("[aria-describedby]").eachAttr("aria-describedby").stream()
                        .flatMap(list -> Stream.of(list.split(" "))))
                .isSubsetOf(ids);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyFieldHasALabelAndEveryLinkAndButtonAName(String path, Language language) {
        var page = page(path, language);
        var labelled = new HashSet<>(page.select("label").eachAttr("for"));

        assertThat(page.select("input:not([type=hidden]), select, textarea").eachAttr("id"))
                .hasSize(page.select("input:not([type=hidden]), select, textarea")
                        .size())
                .allMatch(labelled::contains);
        assertThat(page.select("a, button")).noneMatch(element -> element.text().isBlank());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aPageMayRunNoScriptAndHasNone(String path, Language language) {
        var answer = answer(path, language);
        var page = Answer.page(answer);

        assertThat(answer.getResponse().getHeader("Content-Security-Policy"))
                .contains("default-src 'none'", "style-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "script-src", "*", "http", "data:");
        assertThat(page.select("script, style, [style], iframe, object, embed")).isEmpty();
        assertThat(page.select("[src], link[href]").stream().map(element -> element.attr("src") + element.attr("href")))
                .allMatch(address -> address.startsWith("/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/accessibilite", "/demarches", "/lieux", "/pacte"})
    void aPageThatHasNoFormToSendLeavesNothingInTheBrowser(String path) {
        var answer = answer(path, Language.FR);

        assertThat(Answer.page(answer).select("form[method=post]")).isEmpty();
        assertThat(answer.getResponse().getHeaders(HttpHeaders.SET_COOKIE)).isEmpty();
        assertThat(answer.getRequest().getSession(false)).isNull();
    }

    @Test
    void theTitleOfAFormThatIsWrongSaysSoFirst() {
        var answer = mvc.post().uri("/composants").with(csrf()).exchange();
        var page = Answer.page(answer);

        assertThat(page.title()).isEqualTo("Erreur : Composants – Lyon");
        assertThat(page.expectFirst("main").child(0).hasClass("govuk-error-summary"))
                .isTrue();
    }

    @Test
    void everyProblemOfAFormLeadsToAFieldThatCanBeFilledIn() {
        var answer = mvc.post().uri("/composants").with(csrf()).exchange();
        var page = Answer.page(answer);

        assertThat(page.select(".govuk-error-summary a").eachAttr("href"))
                .containsExactly("#text", "#textarea", "#date-day", "#radios", "#checkboxes", "#select", "#searchWords")
                .allSatisfy(link -> assertThat(page.expectFirst(link).tagName()).isIn("input", "textarea", "select"));
    }

    private Document page(String path, Language language) {
        return Answer.page(answer(path, language));
    }

    private MvcTestResult answer(String path, Language language) {
        var answer = mvc.get()
                .uri(path)
                .cookie(new Cookie(LanguageResolver.COOKIE, language.code()))
                .exchange();
        assertThat(answer).hasStatusOk();
        return answer;
    }
}
