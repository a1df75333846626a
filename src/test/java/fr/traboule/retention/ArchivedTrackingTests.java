package fr.traboule.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.traboule.Answer;
import fr.traboule.WholeProgramTest;
import fr.traboule.ground.access.Actor;
import fr.traboule.requests.Receipt;
import fr.traboule.requests.ReceiveRequest;
import fr.traboule.requests.RequestFixture;
import jakarta.servlet.http.Cookie;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What the person is told of a request of theirs that is archived, then destroyed. */
@WholeProgramTest
class ArchivedTrackingTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    ReceiveRequest receive;

    @Autowired
    KeptFixture fixture;

    @Autowired
    JdbcClient jdbc;

    private Receipt receipt;
    private Cookie cookie;

    @BeforeEach
    void answeredLongAgo() {
        receipt = receive.receive(new Actor.Resident(), RequestFixture.said("Mon secret à moi"));
        jdbc.sql("""
                        update requests.request set status = 'answered', ended_at = received_at - interval '3 years'
                         where number = ?
                        """).param(receipt.number().signs()).update();
        jdbc.sql(
                        "update requests.search_entry set open = false where request_id = (select id from requests.request where number = ?)")
                .param(receipt.number().signs())
                .update();
        fixture.archive();
        var followed = mvc.get()
                .uri(
                        "/suivi/{number}?code={code}",
                        receipt.number().toString(),
                        receipt.secret().toString())
                .exchange();
        cookie = Answer.cookie(followed, "suivi");
    }

    @Test
    void thatItWasAnsweredAndIsArchivedAndNoWordOfIt() {
        var page = show();

        assertThat(page.expectFirst("h1").text()).isEqualTo("Votre demande est archivée");
        assertThat(page.expectFirst("main").text())
                .contains("La Ville vous a répondu le", "Elle est archivée depuis le")
                .doesNotContain("secret");
        assertThat(page.select("main form")).hasSize(1);
    }

    @Test
    void theReceiptLeadsThereAndNothingCanBeSaidAnyMore() {
        var address = "/suivi/" + receipt.number();

        assertThat(Answer.redirect(
                        mvc.get().uri(address + "/recu").cookie(cookie).exchange()))
                .isEqualTo(address);
        assertThat(Answer.redirect(mvc.post()
                        .uri(address + "/rouvrir")
                        .param("words", "Encore")
                        .with(csrf())
                        .cookie(cookie)
                        .exchange()))
                .endsWith("not_now");
    }

    private Document show() {
        return Answer.page(
                mvc.get().uri("/suivi/" + receipt.number()).cookie(cookie).exchange());
    }
}
