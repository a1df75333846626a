package fr.traboule.tracking;

import static fr.traboule.Answer.body;
import static fr.traboule.Answer.cookie;
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
