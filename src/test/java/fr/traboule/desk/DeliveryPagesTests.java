package fr.traboule.desk;

import static fr.traboule.Answer.body;
import static fr.traboule.Answer.page;
import static fr.traboule.Answer.redirect;
import static fr.traboule.StaffFixture.signedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.traboule.StaffFixture;
import fr.traboule.WholeProgramTest;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Role;
import fr.traboule.requests.Contact;
import fr.traboule.requests.HandleRequest;
import fr.traboule.requests.HandleRequest.Seen;
import fr.traboule.requests.NewRequest;
import fr.traboule.requests.Receipt;
import fr.traboule.requests.ReceiveRequest;
import fr.traboule.requests.RequestFixture;
import fr.traboule.web.Language;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** « Courriers et appels »: the list, the letter, the call, and the buttons wherever they are. */
@WholeProgramTest
class DeliveryPagesTests {

    private static final String LIST = "/agents/courriers-et-appels";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    ReceiveRequest receive;

    @Autowired
    HandleRequest handle;

    @Autowired
    StaffFixture staff;

    private Actor.Agent officer;

    @BeforeEach
    void anOfficer() {
        officer = staff.agent(Role.CASE_OFFICER, "orientation-demandes");
    }

    @Test
    void whatWaitsIsOnTheListOnTheFirstPageAndOnThatOfItsRequest() {
        var receipt = answered(RequestFixture.byLetter("Simone Exemple"), Language.FR);
        var letter = addressOn(receipt);

        assertThat(body(get("/agents"))).contains(LIST);
        var page = page(get("/agents/demandes/" + receipt.number()));
        assertThat(page.select("main .app-card-list h2").text()).contains("À poster – Réponse");
        assertThat(page.select("main .app-card-list button").eachText()).containsExactly("Courrier posté");
        var row = page(get(before(letter))).select("tr:has(a[href='" + letter + "'])");
        assertThat(row.text()).contains("À poster – Réponse", receipt.number().toString(), "Simone Exemple");
        assertThat(row.select("button").eachText()).containsExactly("Courrier posté");
    }

    @Test
    void theLetterHasItsAddressItsWordsAndTheWaysToGoOn() {
        var receipt = answered(RequestFixture.byLetter("Simone Exemple"), Language.FR);
        var letter = page(get(addressOn(receipt))).select(".app-letter");

        assertThat(letter.select(".app-letter__to span").eachText())
                .containsExactly("Simone Exemple", "3 rue Garibaldi", "69003 Lyon");
        assertThat(letter.text())
                .contains(
                        "Réponse à votre demande " + receipt.number(),
                        "C’est réparé.",
                        "saisir le médiateur",
                        "/suivi",
                        receipt.secret().toString());
        assertThat(letter.select("a, button, form"))
                .as("nothing that paper cannot do")
                .isEmpty();
        assertThat(letter.select("svg")).hasSize(1);
    }

    @Test
    void theLetterIsInTheLanguageOfWhoeverReadsIt() {
        var receipt = answered(RequestFixture.byLetter("سلمى"), Language.AR);
        var letter = page(get(addressOn(receipt))).select(".app-letter");

        assertThat(letter.attr("lang")).isEqualTo("ar");
        assertThat(letter.attr("dir")).isEqualTo("rtl");
        assertThat(letter.text()).contains("هذا هو الجواب على طلبكم");
    }

    @Test
    void whatSomebodyTypedIsNeverMarkup() {
        var receipt = answered(RequestFixture.byLetter("<b>Simone</b>"), Language.FR);

        assertThat(page(get(addressOn(receipt))).select(".app-letter__to b")).isEmpty();
    }

    @Test
    void postedOnTheListItIsSaidAndGone() {
        var receipt = answered(RequestFixture.byLetter("Simone Exemple"), Language.FR);
        var letter = addressOn(receipt);

        var posted = post(letter + "/poste");

        assertThat(redirect(posted)).isEqualTo(LIST);
        assertThat(said(posted)).contains("C’est noté dans l’historique de la demande " + receipt.number());
        assertThat(body(get("/agents/demandes/" + receipt.number())))
                .contains("Courrier posté")
                .doesNotContain("À poster");
        assertThat(body(get(letter))).as("still there to be read").contains("C’était déjà fait");
    }

    @Test
    void pressedAgainItIsSaidWhoDidIt() {
        var receipt = answered(RequestFixture.byLetter("Simone Exemple"), Language.FR);
        var letter = addressOn(receipt);
        post(letter + "/poste");

        assertThat(said(post(letter + "/poste"))).contains("C’était déjà fait, par Test CASE_OFFICER, le");
    }

    @Test
    void onThePageOfARequestOneStaysThere() {
        var receipt = answered(RequestFixture.byPhone("01 99 00 45 12"), Language.FR);
        var call = addressOn(receipt);
        var address = "/agents/demandes/" + receipt.number();
        assertThat(page(get(address)).select("main .app-card-list button").eachText())
                .containsExactly("Appel passé", "Pas de réponse");

        var tried = post(call + "/sans-reponse", "from", "demande", "tries", "0");

        assertThat(redirect(tried)).isEqualTo(address);
        assertThat(said(tried)).contains("C’est noté");
        assertThat(body(get(address))).contains("1 appel sans réponse", "Appel sans réponse");
        assertThat(said(post(call + "/sans-reponse", "from", "demande", "tries", "0")))
                .contains("Rien n’est noté");
    }

    @Test
    void aCallSaysWhomToCallAndWhatToSay() {
        var receipt = answered(RequestFixture.byPhone("01 99 00 45 12"), Language.FR);
        var call = page(get(addressOn(receipt)));

        assertThat(call.select("main").text()).contains("01 99 00 45 12", "Michel Exemple", "C’est réparé.");
        assertThat(call.select("main button").eachText()).containsExactly("Appel passé", "Pas de réponse");
    }

    @Test
    void whoeverHasNothingToDoWithItFindsNothing() {
        var letter = addressOn(answered(RequestFixture.byLetter("Simone Exemple"), Language.FR));
        var stranger = staff.agent(Role.CASE_OFFICER, "eclairage-public");
        var administrator = staff.agent(Role.ADMINISTRATOR);

        assertThat(mvc.get().uri(letter).with(signedIn(stranger))).hasStatus(404);
        assertThat(mvc.post().uri(letter + "/poste").with(csrf()).with(signedIn(stranger)))
                .hasStatus(404);
        assertThat(mvc.get().uri(LIST).with(signedIn(administrator))).hasStatus(403);
        assertThat(get(LIST + "/rien")).hasStatus(404);
        assertThat(get(LIST + "?apres=rien")).hasStatus(200);
    }

    @Test
    void anEmptyListSaysSo() {
        var alone = staff.agent(Role.RECEPTION_AGENT);

        assertThat(body(mvc.get().uri(LIST).with(signedIn(alone)).exchange())).contains("Rien à poster");
    }

    @Test
    void beforeTheAnswerIsSentItIsSaidWhatWillBeToDo() {
        var receipt = receive.receive(
                new Actor.Resident(), RequestFixture.said("Un trou", RequestFixture.byLetter("Simone Exemple")));

        assertThat(page(get("/agents/demandes/" + receipt.number()))
                        .select("#answer-hint")
                        .text())
                .contains("Un courrier sera à poster", "Courriers et appels");
    }

    private Receipt answered(Contact contact, Language language) {
        var said = RequestFixture.said("Un trou devant l’école", contact);
        var receipt = receive.receive(
                new Actor.Resident(),
                new NewRequest(
                        said.id(),
                        said.channel(),
                        said.nature(),
                        said.subject(),
                        language,
                        said.statement(),
                        List.of()));
        handle.answer(officer, new Seen(receipt.number(), 0), "C’est réparé.");
        return receipt;
    }

    /** Where the page of the request leads. */
    private String addressOn(Receipt receipt) {
        return page(get("/agents/demandes/" + receipt.number()))
                .select("main a[href^='" + LIST + "/']")
                .attr("href");
    }

    /** The page of the list that begins right before it, however many others wait. */
    private static String before(String letter) {
        var id = UUID.fromString(letter.substring(letter.lastIndexOf('/') + 1));
        return LIST + "?apres=" + new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() - 1);
    }

    private MvcTestResult get(String address) {
        return mvc.get().uri(address).with(signedIn(officer)).exchange();
    }

    private MvcTestResult post(String address, String... parameters) {
        var request = mvc.post().uri(address).with(csrf());
        for (var i = 0; i < parameters.length; i += 2) {
            request.param(parameters[i], parameters[i + 1]);
        }
        return request.with(signedIn(officer)).exchange();
    }

    /** What the next page says, once. */
    private static String said(MvcTestResult sent) {
        return sent.getMvcResult().getFlashMap().values().toString();
    }
}
