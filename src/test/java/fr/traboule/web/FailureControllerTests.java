package fr.traboule.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.traboule.Answer;
import fr.traboule.StaffFixture;
import fr.traboule.WholeProgramTest;
import fr.traboule.ground.access.Role;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** There is no server here to pass a failure on to the page for it: {@link #told} does, as a server does. */
@WholeProgramTest
class FailureControllerTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    StaffFixture staff;

    @ParameterizedTest
    @CsvSource({
        "400, Nous n’avons pas compris cette demande",
        "401, Vous n’êtes plus connecté",
        "403, Vous ne pouvez pas faire cela",
        "404, Cette page n’existe pas",
        "405, Nous n’avons pas compris cette demande",
        "413, Vos fichiers sont trop lourds",
        "415, Nous n’avons pas compris cette demande",
        "418, Un problème de notre côté",
        "500, Un problème de notre côté",
        "503, Ce site n’est pas encore ouvert"
    })
    void everyFailureHasItsPageAndKeepsItsStatus(int status, String title) {
        var told = told(status, "/lieux/nowhere", "fr");

        assertThat(told).hasStatus(status).hasContentType("text/html;charset=UTF-8");
        assertThat(Answer.page(told).expectFirst("h1").text()).isEqualTo(title);
    }

    @ParameterizedTest
    @CsvSource({
        "fr, /lieux/nowhere, Cette page n’existe pas",
        "en, /lieux/nowhere, This page does not exist",
        "ar, /lieux/nowhere, هذه الصفحة غير موجودة",
        "en, /agents/nowhere, This page does not exist",
        "ar, /agents/nowhere, Cette page n’existe pas"
    })
    void aFailureIsToldInTheLanguageThatThePageWouldHaveHad(String language, String path, String title) {
        assertThat(Answer.page(told(404, path, language)).expectFirst("h1").text())
                .isEqualTo(title);
    }

    /** A script asks for a problem (RFC 9457); it gets the same words. */
    @Test
    void aScriptIsToldInAProblemThatItCanRead() {
        var told = told("en", request -> {
            request.addHeader("Accept", "application/json, application/problem+json");
            request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, 413);
            request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, "/agents/terrain/envoi");
        });

        assertThat(told).hasStatus(413).hasContentType("application/problem+json");
        assertThat(told).bodyJson().extractingPath("title").isEqualTo("Your files are too large");
        assertThat(told).bodyJson().extractingPath("status").isEqualTo(413);
    }

    @Test
    void aFailureSaysWhatToDoNext() {
        assertThat(Answer.page(told(404, "/lieux/nowhere", "fr"))
                        .select("main a")
                        .eachAttr("href"))
                .containsExactly("/", "/lieux");
    }

    @Test
    void wordsThatWereNotTakenAreShownBackCodesAreNot() {
        var told = told("fr", request -> {
            request.setMethod("POST");
            request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, "/agents/demandes/X/repondre");
            request.setParameter("answer", "Ma longue <b>réponse");
            request.setParameter("version", "12");
            request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, 401);
        });

        assertThat(Answer.page(told).select(".govuk-inset-text .app-typed").eachText())
                .containsExactly("Ma longue <b>réponse");
    }

    @Test
    void controlSignsAreRefused() {
        assertThat(mvc.get().uri("/demarches?mots={words}", "a\0b")).hasStatus(400);
    }

    @Test
    void anotherLanguageIsOfThePageAskedForNotOfItsFailure() {
        assertThat(Answer.page(told(404, "/lieux/nowhere", "fr"))
                        .select(".app-languages a")
                        .eachAttr("href"))
                .containsExactly("/langue/en?vers=%2Flieux%2Fnowhere", "/langue/ar?vers=%2Flieux%2Fnowhere");
    }

    @Test
    void aFailureOfTheDeskLooksLikeTheDesk() {
        var page = Answer.page(told(404, "/agents/nowhere", "fr"));

        assertThat(page.body().hasClass("app-desk")).isTrue();
        assertThat(page.select(".app-languages li").eachText()).containsExactly("Français", "English");
    }

    @Test
    void aBreakdownNeverTellsHowTheProgramIsMade() {
        var told = told("fr", request -> {
            var message = "column secret of relation requests.request";
            request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, 500);
            request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, new IllegalStateException(message));
            request.setAttribute(RequestDispatcher.ERROR_MESSAGE, message);
        });

        assertThat(told)
                .hasStatus(500)
                .bodyText()
                .doesNotContain("secret", "requests.request", "IllegalState", "fr.traboule", "java", "500");
    }

    @Test
    void aPageThatIsNotThereIsNotFound() {
        assertThat(mvc.get().uri("/nowhere")).hasStatus(404);
        assertThat(mvc.get().uri("/lieux/nowhere")).hasStatus(404);
        assertThat(mvc.get().uri("/langue/tlh")).hasStatus(404);
    }

    @Test
    void aFormWithoutItsTokenHasExpired() {
        var refused = mvc.post().uri("/composants").exchange();

        assertThat(refused).hasStatus(403);
        assertThat(refused.getRequest().getAttribute(WebAttributes.ACCESS_DENIED_403))
                .isInstanceOf(CsrfException.class);
        assertThat(Answer.page(told(refused)).expectFirst("h1").text()).isEqualTo("La page a expiré");
    }

    @Test
    void whatAnAccountMayNotDoIsForbidden() {
        var agent = staff.agent(Role.CASE_OFFICER, "orientation-demandes");
        var refused = mvc.get()
                .uri("/administration/horaires")
                .with(StaffFixture.signedIn(agent))
                .exchange();

        assertThat(refused).hasStatus(403);
        assertThat(Answer.page(told(refused)).expectFirst("h1").text()).isEqualTo("Vous ne pouvez pas faire cela");
    }

    @Test
    void aMethodThatAPageDoesNotHaveIsABadRequest() {
        var refused = mvc.post().uri("/pacte").with(csrf()).exchange();

        assertThat(refused).hasStatus(405);
        assertThat(Answer.page(told(refused)).expectFirst("h1").text())
                .isEqualTo("Nous n’avons pas compris cette demande");
    }

    @Test
    void whoeverAsksForThePageOfFailuresFindsNothing() {
        assertThat(mvc.get().uri("/error")).hasStatus(404);
    }

    private MvcTestResult told(int status, String path, String language) {
        return told(language, request -> {
            request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, status);
            request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, path);
        });
    }

    private MvcTestResult told(MvcTestResult failed) {
        return told("fr", request -> {
            request.setAttribute(
                    RequestDispatcher.ERROR_STATUS_CODE, failed.getResponse().getStatus());
            request.setAttribute(
                    RequestDispatcher.ERROR_REQUEST_URI, failed.getRequest().getRequestURI());
            request.setAttribute(
                    WebAttributes.ACCESS_DENIED_403, failed.getRequest().getAttribute(WebAttributes.ACCESS_DENIED_403));
        });
    }

    private MvcTestResult told(String language, Consumer<MockHttpServletRequest> failure) {
        return mvc.get()
                .uri("/error")
                .cookie(new Cookie(LanguageResolver.COOKIE, language))
                .with(request -> {
                    request.setDispatcherType(DispatcherType.ERROR);
                    failure.accept(request);
                    return request;
                })
                .exchange();
    }
}
