package fr.traboule.paper;

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
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Outage sheets, from the printer to the list of those that nobody typed in. */
@WholeProgramTest
class SheetsTests {

    private static final String ADDRESS = "/agents/fiches-de-secours";
    private static final String UNIT = "mairie-3-accueil";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    StaffFixture staff;

    @Autowired
    PaperFixture paper;

    private Actor.Agent agent;

    @BeforeEach
    void anAgent() {
        agent = staff.agent(Role.RECEPTION_AGENT, UNIT);
    }

    @Test
    void eachPrintedSheetHasANumberASecretAndAQrCodeOfItsOwn() {
        var printed = get(redirect(post(ADDRESS, "key", UUID.randomUUID().toString(), "howMany", "3")));

        assertThat(page(printed).select(".app-sheet h2 .app-number").eachText())
                .hasSize(3)
                .doesNotHaveDuplicates();
        assertThat(page(printed).select(".app-sheet__slip .app-number").eachText())
                .hasSize(6)
                .doesNotHaveDuplicates();
        assertThat(page(printed).select(".app-sheet .app-qr")).hasSize(3);
    }

    @Test
    void pressedTwiceItIsOneBatch() {
        var key = UUID.randomUUID().toString();
        var first = get(redirect(post(ADDRESS, "key", key, "howMany", "2")));
        var second = get(redirect(post(ADDRESS, "key", key, "howMany", "2")));

        assertThat(page(second).select(".app-sheet h2").eachText())
                .isEqualTo(page(first).select(".app-sheet h2").eachText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "51", "-1", "", "beaucoup"})
    void theirNumberIsReasonable(String howMany) {
        assertThat(post(ADDRESS, "key", UUID.randomUUID().toString(), "howMany", howMany))
                .hasStatus(200)
                .bodyText()
                .contains("error");
    }

    @Test
    void oneThatIsLostIsSaidToBeSoWithAReasonAndLeavesTheList() {
        var sheet = paper.sheet(agent, UNIT);
        var address = ADDRESS + "/" + sheet.number();

        assertThat(body(post(address + "/perdue", "version", "0", "reason", " ")))
                .contains("Dites ce que");
        redirect(post(address + "/perdue", "version", "0", "reason", "Tombée dans l’eau"));

        assertThat(body(get(address))).contains("Tombée dans l’eau", "Perdue ou abîmée");
        assertThat(body(get(address))).as("it may turn up again").contains("/agents/nouvelle?fiche=" + sheet.number());
        assertThat(body(post(address + "/perdue", "version", "0", "reason", "Encore")))
                .contains("entre-temps");
    }

    @Test
    void theNumberTypedIsThatOfASheet() {
        var sheet = paper.sheet(agent, UNIT);

        assertThat(redirect(post(
                        ADDRESS + "/saisir", "number", sheet.number().signs().toLowerCase(Locale.ROOT))))
                .isEqualTo("/agents/nouvelle?fiche=" + sheet.number());
        assertThat(body(post(ADDRESS + "/saisir", "number", "K7M-4PX-3TN")))
                .contains("Aucune fiche ne porte ce numéro");
        assertThat(body(post(ADDRESS + "/saisir", "number", "xyz"))).contains("Aucune fiche ne porte ce numéro");
    }

    @Test
    void othersSeeNothingOfAUnitsSheets() {
        var sheet = paper.sheet(agent, UNIT);
        var other = staff.agent(Role.CASE_OFFICER, "eclairage-public");

        assertThat(mvc.get().uri(ADDRESS + "/" + sheet.number()).with(signedIn(other)))
                .hasStatus(404);
        assertThat(mvc.get().uri(ADDRESS + "/lot/" + sheet.batch()).with(signedIn(other)))
                .hasStatus(404);
    }

    private MvcTestResult get(String address) {
        return mvc.get().uri(address).with(signedIn(agent)).exchange();
    }

    private MvcTestResult post(String address, String... parameters) {
        var request = mvc.post().uri(address).with(csrf()).with(signedIn(agent));
        var all = Arrays.asList(parameters);
        for (var i = 0; i < all.size(); i += 2) {
            request = request.param(all.get(i), all.get(i + 1));
        }
        return request.exchange();
    }
}
