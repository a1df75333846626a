package fr.traboule.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.traboule.WholeProgramTest;
import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WholeProgramTest
class LanguageControllerTests {

    @Autowired
    MockMvcTester mvc;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "///evil.example",
                "https://evil.example",
                "https:evil.example",
                "\\\\evil.example",
                "/\\evil.example",
                "\\/evil.example",
                "/lieux\\..\\evil",
                "javascript:alert(1)",
                "data:text/html,hello",
                "mailto:evil@example.org",
                "/lieux\r\nSet-Cookie: evil=1",
                "/\tevil.example",
                "\t//evil.example",
                " //evil.example",
                "lieux",
                "?kind=pool",
                "#main",
                ""
            })
    void oneIsNeverSentAnywhereButToAPageOfOurs(String back) {
        assertThat(chosen("en", back))
                .hasStatus(HttpStatus.SEE_OTHER)
                .redirectedUrl()
                .isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/lieux",
                "/lieux?kind=pool&area=69383",
                "/demarches?mots=o%C3%B9%20jeter",
                "/demarches#voirie"
            })
    void onePageLeadsBackToItselfWithWhatItsAddressAsks(String back) {
        assertThat(chosen("en", back))
                .hasStatus(HttpStatus.SEE_OTHER)
                .redirectedUrl()
                .isEqualTo(back);
    }

    @Test
    void theLinkOfAPageSurvivesTheJourney() {
        var link = LanguageController.link(Language.AR, "/demarches", "mots=o%C3%B9%20jeter&x=%2F%2Fevil");

        assertThat(mvc.get().uri(URI.create(link)))
                .redirectedUrl()
                .isEqualTo("/demarches?mots=o%C3%B9%20jeter&x=%2F%2Fevil");
    }

    @Test
    void theChoiceIsKeptForAYearAndNoScriptReadsIt() {
        var cookies = assertThat(chosen("ar", "/")).cookies();

        cookies.hasValue(LanguageResolver.COOKIE, "ar")
                .hasMaxAge(LanguageResolver.COOKIE, Duration.ofDays(365))
                .hasPath(LanguageResolver.COOKIE, "/")
                .isHttpOnly(LanguageResolver.COOKIE, true)
                .hasCookieSatisfying(
                        LanguageResolver.COOKIE,
                        cookie -> assertThat(cookie.getAttribute("SameSite")).isEqualTo("Lax"));
    }

    @ParameterizedTest
    @CsvSource({"ar, /, ar", "en, /, en", "fr, /, fr", "tlh, /, fr", "'', /, fr", "en, /connexion, en"})
    void pagesAreInTheLanguageChosenOrElseInFrench(String chosen, String path, String language) {
        assertThat(mvc.get().uri(path).cookie(new Cookie(LanguageResolver.COOKIE, chosen)))
                .bodyText()
                .contains("lang=\"" + language + "\" dir=");
    }

    @Test
    void aLanguageThatIsNotOursDoesNotExist() {
        assertThat(chosen("tlh", "/")).hasStatus(HttpStatus.NOT_FOUND);
    }

    private MvcTestResult chosen(String language, String back) {
        return mvc.get().uri("/langue/{language}", language).param("vers", back).exchange();
    }
}
