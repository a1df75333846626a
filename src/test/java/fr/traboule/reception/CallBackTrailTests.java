package fr.traboule.reception;

import static fr.traboule.StaffFixture.signedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.traboule.Answer;
import fr.traboule.StaffFixture;
import fr.traboule.WholeProgramTest;
import fr.traboule.calendar.CityTime;
import fr.traboule.calendar.WorkingDays;
import fr.traboule.city.Directory;
import fr.traboule.ground.access.Accounts;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Role;
import fr.traboule.requests.ReceiveRequest;
import fr.traboule.requests.RequestFixture;
import fr.traboule.requests.RequestNumber;
import fr.traboule.web.Language;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Invariant I7 for call-backs: whoever saw the number to call is in the same log, and in the same export, as for requests. */
@WholeProgramTest
class CallBackTrailTests {

    private static final String LOG = "/administration/acces";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    AskCallBack ask;

    @Autowired
    ReceiveRequest receive;

    @Autowired
    WorkingDays workingDays;

    @Autowired
    Directory directory;

    @Autowired
    Accounts accounts;

    @Autowired
    StaffFixture staff;

    @Autowired
    Clock clock;

    private final String phone =
            "06" + "%08d".formatted(Math.floorMod(UUID.randomUUID().hashCode(), 100_000_000));
    private RequestNumber number;
    private Actor.Agent agent;

    @BeforeEach
    void somebodyWaitsForACall() {
        agent = staff.agent(Role.RECEPTION_AGENT, "mairie-6-accueil");
        number = receive.receive(new Actor.Resident(), RequestFixture.said("Une question"))
                .number();
        var now = clock.instant().minus(Duration.ofSeconds(1));
        var id = CallBackId.next();
        ask.ask(
                agent,
                new NewCallBack(
                        id,
                        Caller.of(phone, Optional.empty(), Optional.empty()),
                        CallWindow.afternoon(workingDays.plus(CityTime.day(now), 1)),
                        Language.FR,
                        Optional.empty(),
                        Optional.of(
                                directory.unit("mairie-6-accueil").orElseThrow().id()),
                        Optional.of(number),
                        now));
        assertThat(mvc.get().uri("/agents/rappels/" + id.value()).with(signedIn(agent)))
                .hasStatusOk();
    }

    @Test
    void aLookIsFoundByTheTelephoneNumberHoweverItIsTyped() {
        assertThat(lines("person", "+33 " + phone.substring(1)))
                .as("another way to write a number is another number here, as for requests")
                .isEmpty();
        assertThat(lines("person", phone.replaceAll("..(?=.)", "$0 ")))
                .singleElement()
                .satisfies(line -> assertThat(line.text())
                        .contains("Rappel ou brouillon " + number, "Page du rappel", "Son service s’en occupe"));
    }

    @Test
    void byTheNumberOfTheRequestAndByTheAgent() {
        assertThat(lines("number", number.toString())).hasSize(1);
        assertThat(lines("agent", accounts.byId(agent.account()).orElseThrow().email()))
                .hasSize(1);
    }

    @Test
    void itIsInTheExportWithWhatHappened() {
        var officer = signedIn(staff.agent(Role.DATA_PROTECTION_OFFICER));

        var file = Answer.body(mvc.post()
                .uri(LOG + "/personne.csv")
                .param("person", phone)
                .with(csrf())
                .with(officer)
                .exchange());

        assertThat(file)
                .contains(
                        "Rappel ou brouillon " + number + ",Rappel demandé", "Page du rappel,Son service s’en occupe");
        assertThat(file).as("to gather it is a look too").contains("Export pour la personne,Protection des données");
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
