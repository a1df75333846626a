package fr.traboule.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.traboule.Answer;
import fr.traboule.StaffFixture;
import fr.traboule.WholeProgramTest;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Role;
import fr.traboule.ground.works.WorkFixture;
import fr.traboule.ground.works.WorkId;
import fr.traboule.requests.RequestNumber;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The pages of what is kept, from the list to the certificate. */
@WholeProgramTest
class ArchivePagesTests {

    private static final String ADDRESS = "/administration/archives";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    StaffFixture staff;

    @Autowired
    KeptFixture fixture;

    @Autowired
    ProposeElimination propose;

    @Autowired
    DecideElimination decide;

    @Autowired
    WorkFixture works;

    private Actor.Agent officer;
    private Actor.Agent archivist;

    @BeforeEach
    void people() {
        officer = fixture.officer();
        archivist = fixture.archivist();
    }

    @Test
    void thePageTellsHowMuchThereIsAndByWhichRules() {
        fixture.due();

        var page = Answer.page(get(officer, ADDRESS));

        assertThat(page.expectFirst("h1").text()).isEqualTo("Archives et éliminations");
        assertThat(page.text())
                .contains("Prêtes à être proposées", "À confirmer par l’archiviste", "Toutes les autres demandes");
        assertThat(page.select("form[action=" + ADDRESS + "/bordereaux]")).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"RECEPTION_AGENT", "CASE_OFFICER", "UNIT_HEAD", "ADMINISTRATOR"})
    void othersDoNotSeeIt(Role role) {
        var list = listOf(fixture.due());

        for (var address : new String[] {"", "/bordereaux/" + list, "/bordereaux/" + list + "/bordereau.csv"}) {
            assertThat(get(staff.agent(role), ADDRESS + address)).hasStatus(403);
        }
    }

    @Test
    void fromTheListToTheCertificate() throws Exception {
        var number = fixture.due();
        var list = Answer.redirect(post(officer, ADDRESS + "/bordereaux", Map.of()));
        assertThat(Answer.page(get(officer, list)).select("form[action$=viser]"))
                .as("who proposes has no form to approve")
                .isEmpty();
        assertThat(Answer.page(get(archivist, list)).text()).contains(number.toString(), "Demandes par motif");

        assertThat(post(
                        archivist,
                        list + "/viser",
                        Map.of(
                                "signedOn",
                                fixture.today().toString(),
                                "signatory",
                                "Jeanne Martin, directrice",
                                "reference",
                                "V-9")))
                .hasStatus(303);
        var work = Answer.redirect(post(officer, list + "/eliminer", Map.of()));
        while (works.run(new WorkId(UUID.fromString(work.substring(work.lastIndexOf('/') + 1))))) {}

        var certificate = Answer.page(get(officer, list + "/certificat"));
        assertThat(certificate.text()).contains("Jeanne Martin, directrice", "V-9", "Empreinte de la liste");
        var numbers = get(officer, list + "/numeros.txt");
        assertThat(Answer.body(numbers)).contains(number.signs() + "\n");
        assertThat(certificate.select("code").text())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256")
                                .digest(numbers.getResponse().getContentAsByteArray())));
        assertThat(Answer.body(get(officer, list + "/bordereau.csv")))
                .startsWith("\ufeffNuméro,Motif de demande,Service")
                .contains(number + ",Lampadaire éteint");
        assertThat(Answer.page(get(archivist, "/agents/archives/" + number)).text())
                .contains("Il n’en reste que des dates");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            viser    | signedOn   | 2026-13-45 | Donnez le jour de la signature
            viser    | signedOn   | 2999-01-01 | Donnez le jour de la signature
            viser    | signatory  | ''         | Dites qui signe
            viser    | reference  | ''         | Donnez la référence du visa
            refuser  | words      | ''         | Dites pourquoi le bordereau est refusé
            retirer  | requests   | ''         | Cochez au moins une demande
            """)
    void whatIsMissingIsToldAndWhatWasTypedIsKept(String act, String field, String typed, String sentence) {
        var list = listOf(fixture.due());
        var fields = new HashMap<>(Map.of(
                "signedOn",
                fixture.today().toString(),
                "signatory",
                "Jeanne Martin",
                "reference",
                "V-1",
                "words",
                "Non"));
        fields.put(field, typed);

        var page = Answer.page(post(archivist, ADDRESS + "/bordereaux/" + list + "/" + act, fields));

        assertThat(page.expectFirst(".govuk-error-summary").text()).contains(sentence);
        if (act.equals("viser") && !field.equals("signatory")) {
            assertThat(page.expectFirst("#signatory").val()).isEqualTo("Jeanne Martin");
        }
    }

    @Test
    void theArchivistTakesOut() {
        var number = fixture.due();
        var list = ADDRESS + "/bordereaux/" + listOf(number);
        var id = fixture.column(number, "id").orElseThrow();

        assertThat(post(archivist, list + "/retirer", Map.of("requests", id, "reason", "KEEP")))
                .hasStatus(303);

        assertThat(Answer.page(get(archivist, list)).text()).contains("Conservée définitivement");
        assertThat(post(officer, list + "/retirer", Map.of("requests", id, "reason", "KEEP")))
                .hasStatus(403);
    }

    @Test
    void whoWantsToReadWhatIsArchivedSaysWhy() {
        var number = fixture.due();
        var head = staff.agent(Role.UNIT_HEAD, KeptFixture.UNIT);
        var address = "/agents/archives/" + number;

        assertThat(Answer.redirect(get(head, "/agents/demandes/" + number))).isEqualTo(address);
        assertThat(Answer.page(get(head, "/agents/recherche?mots=" + number))
                        .expectFirst("main")
                        .text())
                .contains("Elle est archivée depuis le");
        var before = Answer.page(get(head, address));
        assertThat(before.text()).doesNotContain("Le lampadaire est éteint");
        assertThat(Answer.redirect(get(head, address + "/dossier"))).isEqualTo(address);
        assertThat(Answer.page(post(head, address + "/consulter", Map.of()))
                        .expectFirst(".govuk-error-summary")
                        .text())
                .contains("Dites pourquoi vous devez la consulter");

        assertThat(Answer.redirect(post(head, address + "/consulter", Map.of("why", "LITIGATION"))))
                .isEqualTo(address + "/dossier");
        assertThat(Answer.page(get(head, address + "/dossier")).text())
                .contains("Le lampadaire est éteint", "C’est réparé");
    }

    @Test
    void otherAgentsAreToldWhomToAsk() {
        var number = fixture.due();
        var page = Answer.page(get(staff.agent(Role.CASE_OFFICER, KeptFixture.UNIT), "/agents/archives/" + number));

        assertThat(page.text()).contains("adressez-vous à votre responsable de service ou à l’archiviste");
        assertThat(page.select("main form")).isEmpty();
    }

    @Test
    void aHoldIsSeenAndLetGo() {
        var number = fixture.due();
        var address = "/agents/archives/" + number;

        post(archivist, address + "/geler", Map.of("hold", "MEDIATION", "holdWords", "Dossier 12"));
        assertThat(Answer.page(get(archivist, address)).text()).contains("Gelée", "Dossier 12");
        post(archivist, address + "/degeler", Map.of());

        assertThat(Answer.page(get(archivist, address)).select("form[action$=degeler]"))
                .isEmpty();
        assertThat(get(staff.agent(Role.UNIT_HEAD, "espaces-verts"), address)).hasStatusOk();
        assertThat(post(staff.agent(Role.UNIT_HEAD, "espaces-verts"), address + "/geler", Map.of("hold", "OTHER")))
                .hasStatus(404);
    }

    /** A trial may begin long before a request is archived. */
    @Test
    void aRequestThatIsNotArchivedIsHeldFromItsPage() {
        var number = fixture.answered(KeptFixture.LAMP, fixture.today().minusMonths(1));
        var head = staff.agent(Role.UNIT_HEAD, KeptFixture.UNIT);
        var address = "/agents/archives/" + number;
        assertThat(Answer.page(get(head, "/agents/demandes/" + number)).select("main a[href=" + address + "]"))
                .hasSize(1);
        assertThat(Answer.page(get(staff.agent(Role.CASE_OFFICER, KeptFixture.UNIT), "/agents/demandes/" + number))
                        .select("main a[href=" + address + "]"))
                .isEmpty();

        assertThat(post(head, address + "/geler", Map.of("hold", "LITIGATION"))).hasStatus(303);

        assertThat(Answer.page(get(head, "/agents/demandes/" + number)).text()).contains("Gelée");
    }

    @Test
    void nothingIsThereForWhoInventsAnAddress() {
        assertThat(get(archivist, ADDRESS + "/bordereaux/rien")).hasStatus(404);
        assertThat(get(archivist, ADDRESS + "/bordereaux/" + UUID.randomUUID() + "/certificat"))
                .hasStatus(404);
        assertThat(get(archivist, "/agents/archives/rien")).hasStatus(404);
    }

    /** A list that it is on. */
    private UUID listOf(RequestNumber due) {
        assertThat(fixture.isArchived(due)).isTrue();
        return propose.propose(officer).map(ProposalId::value).orElseThrow();
    }

    private MvcTestResult get(Actor.Agent agent, String address) {
        return mvc.get().uri(address).with(StaffFixture.signedIn(agent)).exchange();
    }

    private MvcTestResult post(Actor.Agent agent, String address, Map<String, String> fields) {
        var request = mvc.post().uri(address).with(csrf()).with(StaffFixture.signedIn(agent));
        fields.forEach(request::param);
        return request.exchange();
    }
}
