package fr.traboule.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.traboule.Answer;
import fr.traboule.StaffFixture;
import fr.traboule.WholeProgramTest;
import fr.traboule.calendar.CityTime;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Role;
import fr.traboule.ground.history.History;
import fr.traboule.requests.HandleRequest.Seen;
import fr.traboule.staff.Absences;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Whoever is away leaves nothing waiting: what they had in hand is their unit's again from the first day. */
@WholeProgramTest
class AbsenceTests {

    private static final String ADDRESS = "/agents/absences";
    private static final String TRIAGE = "orientation-demandes";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    ReceiveRequest receiveRequest;

    @Autowired
    HandleRequest handle;

    @Autowired
    Requests requests;

    @Autowired
    Absences absences;

    @Autowired
    History requestsHistory;

    @Autowired
    StaffFixture staff;

    @Autowired
    Clock clock;

    private Actor.Agent officer;
    private RequestNumber number;
    private LocalDate today;

    @BeforeEach
    void aRequestInHand() {
        today = CityTime.day(clock.instant());
        officer = staff.agent(Role.CASE_OFFICER, TRIAGE);
        number = receiveRequest
                .receive(new Actor.Resident(), RequestFixture.said("Un trou devant l’école"))
                .number();
        handle.take(officer, new Seen(number, 0));
    }

    @Test
    void fromTheFirstDayTheRequestIsTheUnitsAgain() {
        assertThat(away(officer, officer, today, today.plusDays(7))).hasRedirectedUrl(ADDRESS + "?fait");

        var request = requests.byNumber(number).orElseThrow();
        assertThat(request.heldBy()).isEmpty();
        assertThat(requestsHistory.of(request.id().value()).getLast().kind()).isEqualTo("holder_away");
        assertThat(absences.awayToday(List.of(officer.account()))).containsEntry(officer.account(), today.plusDays(7));
    }

    @Test
    void anAbsenceToComeChangesNothingYet() {
        away(officer, officer, today.plusDays(3), today.plusDays(7));

        assertThat(requests.byNumber(number).orElseThrow().heldBy()).contains(officer.account());
        assertThat(absences.awayToday(List.of(officer.account()))).isEmpty();
    }

    @Test
    void whoIsAwayIsGivenNothing() {
        var colleague = staff.agent(Role.CASE_OFFICER, TRIAGE);
        var choice = "select[name=colleague] option[value=" + officer.account().value() + "]";
        var page = mvc.get()
                .uri("/agents/demandes/" + number)
                .with(StaffFixture.signedIn(colleague))
                .exchange();
        assertThat(Answer.page(page).select(choice)).isEmpty();
        assertThat(handle.assign(officer, new Seen(number, 1), colleague.account()))
                .isInstanceOf(HandleRequest.Done.class);
        page = mvc.get()
                .uri("/agents/demandes/" + number)
                .with(StaffFixture.signedIn(colleague))
                .exchange();
        assertThat(Answer.page(page).select("select[name=colleague] option").eachAttr("value"))
                .contains(officer.account().value().toString());

        away(officer, officer, today, today);

        page = mvc.get()
                .uri("/agents/demandes/" + number)
                .with(StaffFixture.signedIn(colleague))
                .exchange();
        assertThat(Answer.page(page).select(choice)).isEmpty();
    }

    @Test
    void aHeadSaysItOfTheirPeopleAndOfNobodyElse() {
        var head = staff.agent(Role.UNIT_HEAD, TRIAGE);
        var elsewhere = staff.agent(Role.CASE_OFFICER, "etat-civil");

        assertThat(away(head, officer, today, today)).hasRedirectedUrl(ADDRESS + "?fait");
        assertThat(away(head, elsewhere, today, today)).hasStatus(404);
        assertThat(away(elsewhere, officer, today, today)).hasStatus(404);
    }

    @Test
    void backSoonerTheyCanBeGivenRequestsAgain() {
        away(officer, officer, today, today.plusDays(7));
        var page = Answer.page(
                mvc.get().uri(ADDRESS).with(StaffFixture.signedIn(officer)).exchange());

        var back = page.expectFirst("button[formaction$=/retour]").attr("formaction");
        assertThat(mvc.post().uri(back).with(csrf()).with(StaffFixture.signedIn(officer)))
                .hasRedirectedUrl(ADDRESS + "?fait");

        assertThat(absences.awayToday(List.of(officer.account()))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            31 | 2 | 2027 | 3 | 3 | 2027 | Donnez le premier jour
            3  | 3 | 2027 | 1 | 3 | 2027 | Le dernier jour vient avant le premier
            1  | 3 | 2020 | 3 | 3 | 2020 | Cette absence est déjà finie
            1  | 3 | 2027 | 3 | 6 | 2029 | Une absence dure un an au plus
            """)
    void whatCannotBeIsToldWithWhatWasTyped(
            String d1, String m1, String y1, String d2, String m2, String y2, String sentence) {
        var page = Answer.page(send(officer, officer, d1, m1, y1, d2, m2, y2));

        assertThat(page.expectFirst(".govuk-error-summary").text()).contains(sentence);
        assertThat(page.expectFirst("input[name='from.day']").val()).isEqualTo(d1);
    }

    private MvcTestResult away(Actor.Agent by, Actor.Agent who, LocalDate from, LocalDate until) {
        return send(
                by,
                who,
                String.valueOf(from.getDayOfMonth()),
                String.valueOf(from.getMonthValue()),
                String.valueOf(from.getYear()),
                String.valueOf(until.getDayOfMonth()),
                String.valueOf(until.getMonthValue()),
                String.valueOf(until.getYear()));
    }

    private MvcTestResult send(
            Actor.Agent by, Actor.Agent who, String d1, String m1, String y1, String d2, String m2, String y2) {
        return mvc.post()
                .uri(ADDRESS)
                .with(csrf())
                .with(StaffFixture.signedIn(by))
                .param("who", who.account().value().toString())
                .param("from.day", d1)
                .param("from.month", m1)
                .param("from.year", y1)
                .param("until.day", d2)
                .param("until.month", m2)
                .param("until.year", y2)
                .exchange();
    }
}
