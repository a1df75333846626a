package fr.traboule.reception;

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
import fr.traboule.requests.ReceiveRequest;
import fr.traboule.requests.RequestFixture;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The pages of call-backs, as an agent goes through them. */
@WholeProgramTest
class CallBackPagesTests {

    private static final String NEW = "/agents/rappels/nouveau";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    ReceiveRequest receiveRequest;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    StaffFixture staff;

    private Actor.Agent agent;
    private String name;

    @BeforeEach
    void anAgent() {
        agent = staff.agent(Role.CASE_OFFICER, "orientation-demandes");
        name = "Nour " + UUID.randomUUID();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/agents/rappels", NEW, "/agents/contacts", "/agents/nouvelle"})
    void visitorsAreAskedWhoTheyAreAndAdministratorsRefused(String address) {
        assertThat(mvc.get().uri(address)).hasRedirectedUrl("/connexion");
        assertThat(mvc.get().uri(address).with(signedIn(staff.agent(Role.ADMINISTRATOR))))
                .hasStatus(403);
    }

    @Test
    void askedForTriedThreeTimesAndReachedOtherwise() {
        var address = asked();
        assertThat(body(get(address))).contains("06 01 02 03 04", "Rappel demandé");
        post(address + "/prendre", "version", "0");
        post(address + "/sans-reponse", "version", "1");
        post(address + "/sans-reponse", "version", "2");
        assertThat(body(get(address))).doesNotContain("Trouvez un autre moyen");
        post(address + "/sans-reponse", "version", "3");

        assertThat(body(get(address))).contains("Déjà 3 appels sans réponse", "Trouvez un autre moyen");
        assertThat(page(get(address)).select("button").eachText()).doesNotContain("Pas de réponse");
        var silent = post(address + "/autrement", "version", "4", "way", "LETTER", "otherWords", " ");
        assertThat(page(silent).select(".govuk-error-summary a").eachAttr("href"))
                .containsExactly("#otherWords");

        assertThat(redirect(post(address + "/autrement", "version", "4", "way", "LETTER", "otherWords", "Écrit")))
                .isEqualTo("/agents/rappels");
        assertThat(body(get(address))).contains("Personne jointe autrement", "Écrit");
        assertThat(body(get("/agents/rappels"))).doesNotContain(name);
    }

    @Test
    void whoWasOvertakenKeepsWhatTheyTyped() {
        var address = asked();
        post(address + "/prendre", "version", "0");

        var overtaken = post(address + "/fait", "version", "0", "words", "Elle sait tout");

        assertThat(body(overtaken)).contains("Quelqu’un a modifié ce rappel");
        assertThat(typed(overtaken, "words")).isEqualTo("Elle sait tout");
        assertThat(redirect(post(address + "/fait", "version", "1", "words", "Elle sait tout")))
                .isEqualTo("/agents/rappels");
    }

    @Test
    void whatIsMissingIsAskedAndNothingTypedIsLost() {
        var asked = post(NEW, "key", UUID.randomUUID().toString(), "name", name, "number", "ABC", "phone", "zéro");

        assertThat(page(asked).select(".govuk-error-summary a").eachAttr("href"))
                .containsExactly("#phone", "#span", "#number");
        assertThat(typed(asked, "name")).isEqualTo(name);
    }

    @Test
    void theScreenForWhoeverIsThereFillsItIn() {
        var prepared = post(
                NEW,
                "preparer",
                "oui",
                "contact.phone",
                "06 05 04 03 02",
                "contact.name",
                name,
                "description",
                "Son dossier de crèche",
                "language",
                "ar");

        assertThat(typed(prepared, "phone")).isEqualTo("06 05 04 03 02");
        assertThat(typed(prepared, "name")).isEqualTo(name);
        assertThat(typed(prepared, "words")).isEqualTo("Son dossier de crèche");
        assertThat(page(prepared).select("#language option[selected]").val()).isEqualTo("ar");
    }

    @Test
    void theDeskSaysHowManyAreDueAndTheRequestWhichAreAboutIt() {
        var number = receiveRequest
                .receive(new Actor.Resident(), RequestFixture.said("Une question"))
                .number()
                .toString();
        var address = asked("number", number);
        jdbc.sql("update reception.call_back set day = day - 30, due_at = due_at - interval '30 days' where id = ?")
                .param(UUID.fromString(address.substring(address.lastIndexOf('/') + 1)))
                .update();

        assertThat(page(get("/agents"))
                        .select("a[href=/agents/rappels].govuk-link")
                        .text())
                .contains("à faire aujourd’hui");
        assertThat(page(get("/agents")).select(".govuk-tag--red").eachText())
                .anyMatch(text -> text.contains("en retard"));
        assertThat(page(get("/agents/demandes/" + number)).select("main a[href=" + address + "]"))
                .hasSize(1);
        assertThat(page(get("/agents/rappels"))
                        .select("th:has(a[href=" + address + "])")
                        .text())
                .contains("En retard");
    }

    @Test
    void whoeverCallsInsteadOfWaitingIsRecognisedByTheirNumber() {
        var address = asked();

        var found = post("/agents/nouvelle", "chercher", "who", "who", "+33 6 01 02 03 04");

        assertThat(page(found).select("main a[href=" + address + "]")).hasSize(1);
        assertThat(body(found)).doesNotContain(name);
        var elsewhere = staff.agent(Role.CASE_OFFICER, "etat-civil");
        assertThat(body(mvc.post()
                        .uri("/agents/nouvelle")
                        .with(csrf())
                        .with(signedIn(elsewhere))
                        .param("chercher", "who")
                        .param("who", "06 01 02 03 04")
                        .exchange()))
                .doesNotContain(address);
    }

    @Test
    void whatThePersonSaysWhenCalledIsFiledWithoutTypingAgainWhoTheyAre() {
        var address = asked("words", "Une lampe clignote");
        var link = page(get(address)).expectFirst("main a[href*='rappel=']").attr("href");

        var form = get(link);

        assertThat(typed(form, "description")).isEqualTo("Une lampe clignote");
        assertThat(typed(form, "contact.name")).isEqualTo(name);
        assertThat(typed(form, "contact.phone")).isEqualTo("06 01 02 03 04");
        assertThat(page(form).select("input[type=radio][checked]").eachAttr("value"))
                .containsExactly("PHONE", "PHONE");
        assertThat(mvc.get().uri(link).with(signedIn(staff.agent(Role.CASE_OFFICER, "etat-civil"))))
                .hasStatus(404);
    }

    @Test
    void whatIsNoCallBackOrOthersIsNotThere() {
        var address = asked();
        var other = staff.agent(Role.CASE_OFFICER, "etat-civil");

        assertThat(mvc.get().uri(address).with(signedIn(other))).hasStatus(404);
        assertThat(get("/agents/rappels/rien")).hasStatus(404);
        assertThat(get("/agents/rappels/" + UUID.randomUUID())).hasStatus(404);
    }

    /** @return its address */
    private String asked(String... more) {
        var blank = get(NEW);
        var key = page(blank).select("input[name=key]").val();
        var fields = new String[12 + more.length];
        System.arraycopy(
                new String[] {
                    "key",
                    key,
                    "phone",
                    "06 01 02 03 04",
                    "name",
                    name,
                    "span",
                    "14:00-15:00",
                    "language",
                    "fr",
                    "day",
                    page(blank).select("#day option").eachAttr("value").getLast()
                },
                0,
                fields,
                0,
                12);
        System.arraycopy(more, 0, fields, 12, more.length);
        assertThat(redirect(post(NEW, fields))).isEqualTo("/agents/rappels");
        return "/agents/rappels/" + key;
    }

    private MvcTestResult get(String address) {
        return mvc.get().uri(address).with(signedIn(agent)).exchange();
    }

    private MvcTestResult post(String address, String... fields) {
        var request = mvc.post().uri(address).with(csrf()).with(signedIn(agent));
        for (var i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }
}
