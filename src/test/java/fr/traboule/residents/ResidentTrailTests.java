package fr.traboule.residents;

import static fr.traboule.StaffFixture.signedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.traboule.Answer;
import fr.traboule.StaffFixture;
import fr.traboule.WholeProgramTest;
import fr.traboule.ground.access.Accounts;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Role;
import java.util.List;
import java.util.UUID;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Invariant I7 for records: whoever saw one is in the same log, and in the same export, as for requests. */
@WholeProgramTest
class ResidentTrailTests {

    private static final String LOG = "/administration/acces";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    KeepResident keepResident;

    @Autowired
    Accounts accounts;

    @Autowired
    StaffFixture staff;

    private final String email = UUID.randomUUID() + "@example.org";
    private final String shared = ResidentFixture.number();
    private Actor.Agent agent;

    @BeforeEach
    void somebodySeesARecord() {
        agent = staff.agent(Role.RECEPTION_AGENT, "mairie-3-accueil");
        var id = keepResident.keep(
                agent,
                ResidentFixture.wishing(
                        ResidentFixture.name("Jeanne Robin"),
                        ResidentFixture.email(email),
                        ResidentFixture.shared(ResidentFixture.phone(shared))));
        assertThat(mvc.get().uri("/agents/usagers/" + id.value()).with(signedIn(agent)))
                .hasStatusOk();
    }

    @Test
    void aLookIsFoundByThePersonAndByTheAgent() {
        assertThat(lines("person", email.toUpperCase(java.util.Locale.ROOT)))
                .singleElement()
                .satisfies(line ->
                        assertThat(line.text()).contains("Fiche d’usager", "Page de la fiche", "Reçoit les usagers"));
        assertThat(lines("agent", accounts.byId(agent.account()).orElseThrow().email()))
                .hasSize(1);
    }

    @Test
    void whatAHouseholdSharesSaysNothingOfWhoItIs() {
        assertThat(lines("person", shared)).isEmpty();
    }

    @Test
    void recordsKnowNoNumberOfARequest() {
        assertThat(lines("number", "K7M-4PX-3TN")).isEmpty();
    }

    @Test
    void itIsInTheExportWithWhatHappened() {
        var file = export(email);

        assertThat(file).contains("Fiche gardée", "Page de la fiche,Reçoit les usagers");
        assertThat(file).as("to gather it is a look too").contains("Export pour la personne,Protection des données");
    }

    private String export(String wanted) {
        return Answer.body(mvc.post()
                .uri(LOG + "/personne.csv")
                .param("person", wanted)
                .with(csrf())
                .with(signedIn(staff.agent(Role.DATA_PROTECTION_OFFICER)))
                .exchange());
    }

    private List<Element> lines(String field, String value) {
        return Answer.page(mvc.get()
                        .uri(LOG)
                        .param(field, value)
                        .with(signedIn(staff.agent(Role.DATA_PROTECTION_OFFICER)))
                        .exchange())
                .select("tbody tr");
    }
}
