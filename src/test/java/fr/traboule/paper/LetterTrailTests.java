package fr.traboule.paper;

import static fr.traboule.StaffFixture.signedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.traboule.Answer;
import fr.traboule.StaffFixture;
import fr.traboule.WholeProgramTest;
import fr.traboule.calendar.CityTime;
import fr.traboule.ground.access.Accounts;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Role;
import fr.traboule.requests.RequestNumber;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Invariant I7 for letters: whoever opened one is in the same log, and in the same export, as for requests. */
@WholeProgramTest
class LetterTrailTests {

    private static final String LOG = "/administration/acces";
    private static final String UNIT = "mairie-3-accueil";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    PaperFixture paper;

    @Autowired
    Accounts accounts;

    @Autowired
    StaffFixture staff;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private final String email = UUID.randomUUID() + "@example.org";
    private Actor.Agent agent;
    private LetterId letter;

    @BeforeEach
    void somebodyOpensALetter() {
        agent = staff.agent(Role.RECEPTION_AGENT, UNIT);
        letter = paper.letter(agent, UNIT, CityTime.day(clock.instant()));
        assertThat(mvc.get().uri("/agents/courrier/" + letter.value()).with(signedIn(agent)))
                .hasStatusOk();
    }

    @Test
    void beforeItIsARequestItIsFoundByWhoLooked() {
        assertThat(lines("agent", accounts.byId(agent.account()).orElseThrow().email()))
                .singleElement()
                .satisfies(line ->
                        assertThat(line.text()).contains("Courrier", "Page du courrier", "Courrier de son service"));
    }

    @Test
    void onceItIsARequestItIsFoundByItsNumberAndByThePersonAndIsInTheExport() {
        var number = filed();

        assertThat(lines("number", number).stream().map(Element::text).toList())
                .anyMatch(line -> line.contains("Courrier " + number) && line.contains("Page du courrier"));
        assertThat(lines("person", email).stream().map(Element::text).toList())
                .anyMatch(line -> line.contains("Courrier " + number));
        assertThat(export(email))
                .contains("Courrier " + number + ",Devenu une demande", "Page du courrier,Courrier de son service");
    }

    private String filed() {
        var today = CityTime.day(clock.instant());
        assertThat(mvc.post()
                        .uri("/agents/nouvelle")
                        .param("key", letter.value().toString())
                        .param("page", UUID.randomUUID().toString())
                        .param("channel", "LETTER")
                        .param("description", "Une fuite")
                        .param("way", "EMAIL")
                        .param("contact.email", email)
                        .param("arrivedOn.day", String.valueOf(today.getDayOfMonth()))
                        .param("arrivedOn.month", String.valueOf(today.getMonthValue()))
                        .param("arrivedOn.year", String.valueOf(today.getYear()))
                        .with(csrf())
                        .with(signedIn(agent)))
                .hasStatus3xxRedirection();
        return new RequestNumber(jdbc.sql("select number from requests.request where id = ?")
                        .param(letter.value())
                        .query(String.class)
                        .single())
                .toString();
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
