package fr.traboule.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.traboule.Answer;
import fr.traboule.WholeProgramTest;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.files.StoredFile;
import fr.traboule.requests.ReadRequests;
import fr.traboule.requests.Receipt;
import fr.traboule.requests.ReceiveRequest;
import fr.traboule.requests.RequestFixture;
import fr.traboule.requests.RequestNumber;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** From the page of a request: more papers, a complaint, the mediator; each one click away. */
@WholeProgramTest
class UnsatisfiedTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    ReceiveRequest receiveRequest;

    @Autowired
    ReadRequests requests;

    private Receipt receipt;
    private String address;
    private Cookie cookie;

    @BeforeEach
    void somebodyFollowsTheirRequest() {
        receipt = receiveRequest.receive(
                new Actor.Resident(),
                RequestFixture.said("Un trou devant l’école", RequestFixture.byEmail("mona@example.org")));
        address = "/suivi/" + receipt.number();
        cookie = Answer.cookie(
                mvc.get().uri(address + "?code=" + receipt.secret()).exchange(), "suivi");
    }

    @Test
    void theComplaintAndTheMediatorAreOneClickAway() {
        var page = Answer.page(get(address));

        assertThat(page.select("a[href=" + address + "/reclamation]")).hasSize(1);
        assertThat(page.select("a[href=" + address + "/mediateur]")).hasSize(1);
        assertThat(Answer.page(get(address + "/mediateur")).text())
                .contains("Médiation de la Ville", receipt.number().toString(), "Défenseur des droits");
    }

    @Test
    void theLinkOfAnAnswerLeadsStraightThere() {
        assertThat(mvc.get().uri(address + "?code=" + receipt.secret() + "&vers=reclamation"))
                .hasRedirectedUrl(address + "/reclamation");
        assertThat(mvc.get().uri(address + "?code=" + receipt.secret() + "&vers=https://example.org"))
                .hasRedirectedUrl(address);
    }

    @Test
    void aComplaintGivesAReceiptAndBothAreStillFollowed() {
        var key = Answer.page(get(address + "/reclamation"))
                .expectFirst("input[name=key]")
                .val();

        var sent = complain(key, "Personne n’est venu");

        var complaint = Answer.redirect(sent).replaceAll("/suivi/([^/]*)/recu", "$1");
        assertThat(RequestNumber.of(complaint)).isPresent();
        var both = Answer.cookie(sent, "suivi");
        assertThat(mvc.get().uri("/suivi/" + complaint).cookie(both)).hasStatusOk();
        assertThat(mvc.get().uri(address).cookie(both)).hasStatusOk();
        assertThat(Answer.redirect(complain(key, "Personne n’est venu")))
                .as("sent twice it is one")
                .isEqualTo("/suivi/" + complaint + "/recu");
    }

    @Test
    void anEmptyComplaintIsAskedAgainAndAStrangerMakesNone() {
        var key = UUID.randomUUID().toString();

        assertThat(Answer.page(complain(key, "  "))
                        .expectFirst(".govuk-error-summary")
                        .text())
                .contains("Écrivez ce qui ne va pas");
        assertThat(mvc.post()
                        .uri(address + "/reclamation")
                        .with(csrf())
                        .param("key", key)
                        .param("words", "Rien"))
                .hasRedirectedUrl("/suivi");
    }

    @Test
    void theFourthComplaintOfADayWaits() {
        for (var complaint = 0; complaint < 3; complaint++) {
            assertThat(complain(UUID.randomUUID().toString(), "Encore")).hasStatus3xxRedirection();
        }

        var page = Answer.page(complain(UUID.randomUUID().toString(), "Encore une fois"));

        assertThat(page.expectFirst(".govuk-error-summary").text()).contains("trois réclamations");
        assertThat(page.expectFirst("textarea").text()).isEqualTo("Encore une fois");
    }

    @Test
    void aReplyBringsFiles() {
        var plan = new MockMultipartFile(
                "files", "plan.txt", "text/plain", "Le trou est ici".getBytes(StandardCharsets.UTF_8));

        assertThat(reply("Voici un plan", plan)).hasRedirectedUrl(address + "?fait=replied");

        assertThat(requests.tracked(receipt.number(), receipt.secret())
                        .orElseThrow()
                        .files())
                .extracting(StoredFile::name)
                .containsExactly("plan.txt");
    }

    @Test
    void aFileThatCannotBeKeptIsToldAndTheWordsStay() {
        var empty = new MockMultipartFile("files", "vide.pdf", "application/pdf", new byte[0]);
        var program = new MockMultipartFile(
                "files", "photo.jpg", "image/jpeg", "MZ\u0090 a program".getBytes(StandardCharsets.ISO_8859_1));

        for (var file : new MockMultipartFile[] {empty, program}) {
            var page = Answer.page(reply("Voici un plan", file));
            assertThat(page.expectFirst(".govuk-error-summary").text()).contains(file.getOriginalFilename());
            assertThat(page.expectFirst("textarea").text()).isEqualTo("Voici un plan");
        }
        assertThat(requests.tracked(receipt.number(), receipt.secret())
                        .orElseThrow()
                        .files())
                .isEmpty();
    }

    private MvcTestResult get(String uri) {
        return mvc.get().uri(uri).cookie(cookie).exchange();
    }

    private MvcTestResult complain(String key, String words) {
        return mvc.post()
                .uri(address + "/reclamation")
                .cookie(cookie)
                .with(csrf())
                .param("key", key)
                .param("words", words)
                .exchange();
    }

    private MvcTestResult reply(String words, MockMultipartFile file) {
        return mvc.perform(MockMvcRequestBuilders.multipart(address + "/repondre")
                .file(file)
                .param("words", words)
                .cookie(cookie)
                .with(csrf()));
    }
}
