package fr.traboule.tracking;

import static fr.traboule.Answer.body;
import static fr.traboule.Answer.cookie;
import static fr.traboule.Answer.page;
import static fr.traboule.Answer.typed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.traboule.WholeProgramTest;
import fr.traboule.ground.access.Actor;
import fr.traboule.requests.Receipt;
import fr.traboule.requests.ReceiveRequest;
import fr.traboule.requests.RequestFixture;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WholeProgramTest
class TrackingTests {

    private static int places;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    ReceiveRequest receiveRequest;

    private Receipt receipt;
    private String place;

    @BeforeEach
    void aRequest() {
        receipt = receiveRequest.receive(new Actor.Resident(), RequestFixture.said("Un trou devant l’école"));
        place = "198.18.0." + places++;
    }

    @Test
    void numberAndSecretOpenTheRequest() {
        var opened = find(receipt.number().toString(), receipt.secret().toString());

        assertThat(opened).hasRedirectedUrl("/suivi/" + receipt.number());
        var cookie = cookie(opened, "suivi");
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getPath()).isEqualTo("/suivi");
        assertThat(cookie.getMaxAge()).as("gone when the browser closes").isEqualTo(-1);
        assertThat(mvc.get().uri("/suivi/" + receipt.number()).cookie(cookie))
                .hasStatusOk()
                .bodyText()
                .contains("Un trou devant l’école");
        assertThat(mvc.get().uri("/suivi/" + receipt.number() + "/recu").cookie(cookie))
                .hasStatusOk()
                .bodyText()
                .contains(receipt.number().toString(), receipt.secret().toString(), "<svg class=\"app-qr\"");
    }

    @Test
    void theLinkOfTheReceiptPutsTheSecretAwayAtOnce() {
        assertThat(mvc.get().uri("/suivi/" + receipt.number() + "?code=" + receipt.secret()))
                .hasRedirectedUrl("/suivi/" + receipt.number());
    }

    @Test
    void theNumberAloneShowsNothing() {
        assertThat(mvc.get().uri("/suivi/" + receipt.number())).hasRedirectedUrl("/suivi");
        assertThat(mvc.get().uri("/suivi/" + receipt.number() + "/recu")).hasRedirectedUrl("/suivi");
    }

    @Test
    void theSecretOfOneRequestDoesNotOpenAnother() {
        var other = receiveRequest.receive(new Actor.Resident(), RequestFixture.said("Autre chose"));

        assertThat(body(find(other.number().toString(), receipt.secret().toString())))
                .contains("ne vont pas ensemble");
        var forged = new Cookie(
                "suivi", other.number().signs() + "." + receipt.secret().signs());
        assertThat(mvc.get().uri("/suivi/" + other.number()).cookie(forged)).hasRedirectedUrl("/suivi");
    }

    @Test
    void aMistypedNumberIsToldFromAWrongSecret() {
        var mistyped = receipt.number()
                .toString()
                .replaceFirst(".", receipt.number().toString().startsWith("2") ? "3" : "2");

        assertThat(body(find(mistyped, receipt.secret().toString()))).contains("Ce numéro n’existe pas");
    }

    @Test
    void secretsCannotBeTriedForEverEvenFromManyPlaces() {
        for (var attempt = 0; attempt < 10; attempt++) {
            place = "198.18.1." + attempt;
            find(receipt.number().toString(), "2222-2222");
        }

        assertThat(body(find(receipt.number().toString(), receipt.secret().toString())))
                .contains("Trop d’essais");
    }

    @Test
    void whoClosesItLeavesNothingOnTheDevice() {
        var closed = mvc.post().uri("/suivi/fermer").with(csrf()).exchange();

        assertThat(cookie(closed, "suivi").getMaxAge()).isZero();
    }

    @Test
    void howToBeAnsweredChangesInOneClickAndWhatThatNeedsIsAsked() {
        var cookie = cookie(find(receipt.number().toString(), receipt.secret().toString()), "suivi");

        var asked = answerBy(cookie, "version", "0", "way", "EMAIL");
        assertThat(page(asked).select(".govuk-error-summary a").eachAttr("href"))
                .containsExactly("#contact.email");
        var wrong = answerBy(cookie, "version", "0", "way", "EMAIL", "contact.email", "nulle part");
        assertThat(page(wrong).select(".govuk-error-summary a").eachAttr("href"))
                .containsExactly("#contact.email");
        assertThat(typed(wrong, "contact.email")).isEqualTo("nulle part");
        assertThat(answerBy(cookie, "version", "0", "way", "EMAIL", "contact.email", "jeanne@demo.example"))
                .hasRedirectedUrl("/suivi/" + receipt.number() + "?fait=way");
        assertThat(answerBy(cookie, "version", "0", "way", "NONE"))
                .as("somebody else was faster")
                .hasRedirectedUrl("/suivi/" + receipt.number() + "?fait=not_now");

        var shown = mvc.get().uri("/suivi/" + receipt.number()).cookie(cookie).exchange();
        assertThat(page(shown).select("#way-now").text()).isEqualTo("Par e-mail");
        assertThat(page(shown).select("button[name=way]").eachAttr("value")).containsExactly("PHONE", "LETTER", "NONE");
        assertThat(body(shown)).contains("Mode de réponse changé").doesNotContain("jeanne@demo.example");
    }

    @Test
    void nobodyChangesItWithoutTheCodeNorWithWordsThatMakeNoSense() {
        var cookie = cookie(find(receipt.number().toString(), receipt.secret().toString()), "suivi");

        assertThat(answerBy(new Cookie("suivi", receipt.number().signs() + ".22222222"), "version", "0", "way", "NONE"))
                .hasRedirectedUrl("/suivi/" + receipt.number() + "?fait=not_now");
        assertThat(answerBy(new Cookie("autre", "x"), "version", "0", "way", "NONE"))
                .hasRedirectedUrl("/suivi");
        assertThat(answerBy(cookie, "version", "x", "way", "PIGEON")).hasRedirectedUrl("/suivi");
        assertThat(answerBy(cookie)).hasRedirectedUrl("/suivi");
    }

    private MvcTestResult answerBy(Cookie cookie, String... parameters) {
        var request = mvc.post()
                .uri("/suivi/" + receipt.number() + "/reponse")
                .with(csrf())
                .cookie(cookie);
        for (var i = 0; i < parameters.length; i += 2) {
            request = request.param(parameters[i], parameters[i + 1]);
        }
        return request.exchange();
    }

    private MvcTestResult find(String number, String secret) {
        return mvc.post()
                .uri("/suivi")
                .with(csrf())
                .with(request -> {
                    request.setRemoteAddr(place);
                    return request;
                })
                .param("number", number)
                .param("secret", secret)
                .exchange();
    }
}
