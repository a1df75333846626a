package fr.traboule.field;

import static fr.traboule.Answer.body;
import static fr.traboule.Answer.page;
import static fr.traboule.Answer.redirect;
import static fr.traboule.Answer.typed;
import static fr.traboule.StaffFixture.signedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.traboule.StaffFixture;
import fr.traboule.WholeProgramTest;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Role;
import fr.traboule.requests.RequestId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The page of field agents where there is a network, without a script. */
@WholeProgramTest
class ReportControllerTests {

    private static final String ADDRESS = "/agents/terrain";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    StaffFixture staff;

    private Actor.Agent agent;

    @BeforeEach
    void anAgentInTheStreet() {
        agent = staff.agent(Role.CASE_OFFICER, "eclairage-public");
    }

    @Test
    void thePageHasAllThatThreeLettersNeedAndItsScriptUnderTheStrictestPolicy() {
        var shown = get(ADDRESS);

        assertThat(page(shown).select("datalist option").eachAttr("value")).contains("Lampadaire éteint ou cassé");
        assertThat(page(shown).select("script").eachAttr("src"))
                .singleElement()
                .asString()
                .startsWith("/assets/field.js");
        assertThat(page(shown).select("input[type=file]").attr("capture")).isEqualTo("environment");
        assertThat(page(shown).select("[data-agent]").attr("data-agent"))
                .isEqualTo(agent.account().value().toString());
        assertThat(shown.getResponse().getHeader("Content-Security-Policy"))
                .startsWith("default-src 'none'")
                .endsWith("; script-src 'self'; connect-src 'self'");
    }

    /** A telephone keeps it: nobody who finds it learns who was there. */
    @Test
    void whatATelephoneKeepsOfThePageNamesNobodyAndHasNoToken() {
        var shell = get(ADDRESS + "/hors-ligne");

        assertThat(page(shell).select("datalist option")).isNotEmpty();
        assertThat(page(shell).select("[name=_csrf], footer, nav")).isEmpty();
        assertThat(body(shell)).doesNotContain(agent.account().value().toString());
    }

    @Test
    void filedWithoutAScriptItTellsItsNumberAndTwiceIsOnce() {
        var key = RequestId.next().value().toString();

        var first =
                post("key", key, "subjectWords", "lampadaire éteint ou cassé", "place", "204 rue Garibaldi 69003 Lyon");
        var second =
                post("key", key, "subjectWords", "lampadaire éteint ou cassé", "place", "204 rue Garibaldi 69003 Lyon");

        assertThat(redirect(first)).isEqualTo(ADDRESS);
        assertThat(first.getMvcResult().getFlashMap().get("sent"))
                .isNotNull()
                .isEqualTo(second.getMvcResult().getFlashMap().get("sent"));
    }

    @Test
    void whatIsWrongIsSaidAndNothingTypedIsLost() {
        var asked = post("subjectWords", "lampadère", "place", "rue Garibaldi", "landmark", "devant le bar");

        assertThat(page(asked).select(".govuk-error-summary a").eachAttr("href"))
                .containsExactly("#subjectWords");
        assertThat(page(asked).select("input[name=subject]").eachAttr("value")).contains("lampadaire-eteint");
        assertThat(page(asked).select("input[name=placeChoice]")).isNotEmpty();
        assertThat(typed(asked, "subjectWords")).isEqualTo("lampadère");
        assertThat(typed(asked, "landmark")).isEqualTo("devant le bar");
        var chosen = post(
                "subjectWords", "lampadère",
                "subject", "lampadaire-eteint",
                "place", "rue Garibaldi",
                "placeAsked", "rue Garibaldi",
                "placeChoice",
                        page(asked).select("input[name=placeChoice]").get(0).val());
        assertThat(redirect(chosen)).isEqualTo(ADDRESS);
    }

    @Test
    void photosThatTheBrowserForgotAreAskedForAgain() {
        var asked = mvc.post()
                .uri(ADDRESS)
                .multipart()
                .file(new MockMultipartFile("files", "photo.jpg", null, FieldFixture.photo()))
                .param("key", RequestId.next().value().toString())
                .with(signedIn(agent))
                .with(csrf())
                .exchange();

        assertThat(page(asked).select(".govuk-error-summary a").eachAttr("href"))
                .containsExactly("#description", "#files");
    }

    @Test
    void itIsOfferedToThoseWhoMayAndToNobodyElse() {
        var archivist = staff.agent(Role.ARCHIVIST);

        assertThat(page(get("/agents")).select("main a[href='/agents/terrain']"))
                .hasSize(1);
        assertThat(page(get("/agents")).select("nav a[href='/agents/terrain']")).hasSize(1);
        for (var address : new String[] {ADDRESS, ADDRESS + "/hors-ligne", ADDRESS + "/a-faire"}) {
            assertThat(mvc.get().uri(address).with(signedIn(archivist)).exchange())
                    .hasStatus(403);
        }
        assertThat(mvc.post().uri(ADDRESS).with(signedIn(agent)).exchange())
                .as("without the token")
                .hasStatus(403);
    }

    @Test
    void whatIsToBeDoneIsThatOfTheUnitsAndWhatIsNearBy() {
        var sent = post(
                "key", RequestId.next().value().toString(),
                "subjectWords", "lampadaire éteint ou cassé",
                "latitude", "45.76011",
                "longitude", "4.85522",
                "accuracy", "8");
        var number = String.valueOf(sent.getMvcResult().getFlashMap().get("sent"));

        var near = mvc.post()
                .uri(ADDRESS + "/a-faire")
                .param("latitude", "45.76015")
                .param("longitude", "4.85525")
                .with(signedIn(agent))
                .with(csrf())
                .exchange();
        var far = mvc.post()
                .uri(ADDRESS + "/a-faire")
                .param("latitude", "45.70")
                .param("longitude", "4.70")
                .with(signedIn(agent))
                .with(csrf())
                .exchange();
        var nowhere = mvc.post()
                .uri(ADDRESS + "/a-faire")
                .with(signedIn(agent))
                .with(csrf())
                .exchange();

        assertThat(page(near).select("h2:contains(Près) ~ ul a[href='/agents/demandes/" + number + "']"))
                .isNotEmpty();
        assertThat(body(far)).contains("Rien n’est en cours");
        assertThat(page(nowhere).select(".govuk-error-summary a").eachAttr("href"))
                .containsExactly("#place");
        assertThat(get(ADDRESS + "/a-faire")).hasStatusOk();
        assertThat(get(ADDRESS + "/a-faire?apres=rien")).hasStatusOk();
    }

    private MvcTestResult get(String address) {
        return mvc.get().uri(address).with(signedIn(agent)).exchange();
    }

    private MvcTestResult post(String... fields) {
        var request = mvc.post().uri(ADDRESS);
        var keyed = false;
        for (var field = 0; field < fields.length; field += 2) {
            request.param(fields[field], fields[field + 1]);
            keyed |= fields[field].equals("key");
        }
        if (!keyed) {
            request.param("key", RequestId.next().value().toString());
        }
        return request.with(signedIn(agent)).with(csrf()).exchange();
    }
}
