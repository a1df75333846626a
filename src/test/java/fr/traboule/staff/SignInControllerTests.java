package fr.traboule.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.traboule.Answer;
import fr.traboule.WholeProgramTest;
import jakarta.servlet.RequestDispatcher;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WholeProgramTest
class SignInControllerTests {

    private static final String PASSWORD = "not the password of anybody";

    @Autowired
    MockMvcTester mvc;

    @Test
    void aWrongPasswordLeadsToTheSamePageAgain() {
        assertThat(mvc.post()
                        .uri("/connexion")
                        .with(csrf())
                        .param("email", "sign.in.controller@example.org")
                        .param("password", PASSWORD))
                .hasForwardedUrl("/connexion/refus");
    }

    @Test
    void theAddressTypedStaysAndThePasswordDoesNot() {
        var page = Answer.page(refused("refus"));

        assertThat(page.expectFirst("#email").val()).isEqualTo("<ada>@example.org");
        assertThat(page.expectFirst("#password").hasAttr("value")).isFalse();
        assertThat(page.html()).doesNotContain(PASSWORD);
    }

    @Test
    void whatIsWrongIsSaidWithoutSayingWhichOfTheTwoItIs() {
        var page = Answer.page(refused("refus"));

        assertThat(page.title()).startsWith("Erreur : ");
        assertThat(page.select(".govuk-error-summary a").eachAttr("href")).containsExactly("#email");
        assertThat(page.expectFirst(".govuk-error-summary a").text())
                .isEqualTo("L’adresse ou le mot de passe n’est pas le bon. Vérifiez-les et réessayez.");
    }

    @Test
    void whoTriedTooOftenIsToldToWait() {
        assertThat(refused("attente")).hasStatusOk().bodyText().contains("Trop d’essais. Attendez un quart d’heure");
    }

    @Test
    void aBrowserKnowsWhatTheFieldsAreFor() {
        var page = Answer.page(mvc.get().uri("/connexion").exchange());

        assertThat(page.expectFirst("#email").attr("autocomplete")).isEqualTo("username");
        assertThat(page.expectFirst("#password").attr("autocomplete")).isEqualTo("current-password");
        assertThat(page.expectFirst("#password").attr("type")).isEqualTo("password");
    }

    @Test
    void anotherLanguageIsOfThePageThatAsksToSignIn() {
        var page = Answer.page(refused("refus"));

        assertThat(page.expectFirst(".app-languages a").attr("href")).isEqualTo("/langue/en?vers=%2Fconnexion");
    }

    /** As the security filter forwards. */
    private MvcTestResult refused(String reason) {
        return mvc.post()
                .uri("/connexion/{reason}", reason)
                .requestAttr(RequestDispatcher.FORWARD_REQUEST_URI, "/connexion")
                .with(csrf())
                .param("email", "<ada>@example.org")
                .param("password", PASSWORD)
                .exchange();
    }
}
