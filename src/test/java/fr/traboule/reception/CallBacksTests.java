package fr.traboule.reception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.traboule.StaffFixture;
import fr.traboule.WholeProgramTest;
import fr.traboule.calendar.CityTime;
import fr.traboule.calendar.WorkingDays;
import fr.traboule.city.Directory;
import fr.traboule.city.UnitClosed;
import fr.traboule.city.UnitId;
import fr.traboule.city.UnitReopened;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Role;
import fr.traboule.ground.history.History;
import fr.traboule.requests.ReceiveRequest;
import fr.traboule.requests.RequestFixture;
import fr.traboule.requests.RequestNumber;
import fr.traboule.routing.Subjects;
import fr.traboule.staff.StaffLeft;
import fr.traboule.web.Language;
import fr.traboule.web.NotFound;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.annotation.Transactional;

/** Somebody wants to be called: one unit calls, and what happens is kept. */
@WholeProgramTest
@Transactional
class CallBacksTests {

    private static final String UNIT = "mairie-6-accueil";

    @Autowired
    AskCallBack ask;

    @Autowired
    HandleCallBack handle;

    @Autowired
    ReadCallBacks read;

    @Autowired
    CallBacks callBacks;

    @Autowired
    History receptionHistory;

    @Autowired
    ReceiveRequest receive;

    @Autowired
    Subjects subjects;

    @Autowired
    Directory directory;

    @Autowired
    WorkingDays workingDays;

    @Autowired
    StaffFixture staff;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private Actor.Agent agent;

    @BeforeEach
    void anAgent() {
        agent = staff.agent(Role.RECEPTION_AGENT, UNIT);
    }

    @Test
    void itStandsInTheQueueOfTheUnitThatWasChosen() {
        var id = asked(wanted(Optional.empty(), Optional.of("eclairage-public"), Optional.empty()), "eclairage-public");

        assertThat(read.of(agent, id)).isEmpty();
        assertThat(read.of(staff.agent(Role.CASE_OFFICER, "eclairage-public"), id))
                .isPresent();
        assertThat(read.of(staff.agent(Role.UNIT_HEAD, "cadre-de-vie"), id)).isPresent();
    }

    @Test
    void otherwiseOfTheRequestThenOfTheSubjectThenOfTheAgent() {
        var number = receive.receive(new Actor.Resident(), RequestFixture.said("Une question"))
                .number();

        asked(wanted(Optional.empty(), Optional.empty(), Optional.of(number)), "orientation-demandes");
        asked(wanted(Optional.of("lampadaire-eteint"), Optional.empty(), Optional.empty()), "eclairage-public");
        asked(wanted(Optional.empty(), Optional.empty(), Optional.empty()), UNIT);
    }

    @Test
    void aNumberThatIsNoRequestAndATimeThatIsOverAreRefused() {
        var unknown = RequestNumber.random(new Random());
        var wanted = wanted(Optional.empty(), Optional.empty(), Optional.of(unknown));
        assertThat(ask.ask(agent, wanted)).isInstanceOf(AskCallBack.UnknownRequest.class);

        var now = clock.instant();
        var late = new NewCallBack(
                CallBackId.next(),
                wanted.caller(),
                CallWindow.morning(CityTime.day(now).minusDays(3)),
                Language.FR,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                now);
        assertThat(ask.ask(agent, late)).isInstanceOf(AskCallBack.WrongTime.class);
        var nowhere = staff.agent(Role.RECEPTION_AGENT);
        assertThat(ask.ask(nowhere, wanted(Optional.empty(), Optional.empty(), Optional.empty())))
                .isInstanceOf(AskCallBack.NoUnit.class);
    }

    @Test
    void theSameFormSentTwiceIsOneCallBack() {
        var wanted = wanted(Optional.empty(), Optional.empty(), Optional.empty());

        asked(wanted, UNIT);
        asked(wanted, UNIT);

        assertThat(receptionHistory.of(wanted.id().value())).hasSize(1);
    }

    @Test
    void threeCallsInVainThenAnotherWayAndAllOfItIsKept() {
        var id = mine();
        handle.take(agent, new HandleCallBack.Seen(id, 0));
        for (var version = 1; version < 4; version++) {
            assertThat(handle.tryInVain(agent, new HandleCallBack.Seen(id, version)))
                    .isEqualTo(HandleCallBack.Outcome.DONE);
        }

        assertThat(handle.tryInVain(agent, new HandleCallBack.Seen(id, 4)))
                .isEqualTo(HandleCallBack.Outcome.CHANGED_MEANWHILE);
        assertThat(handle.reachOtherwise(agent, new HandleCallBack.Seen(id, 4), OtherWay.LETTER, "Écrit"))
                .isEqualTo(HandleCallBack.Outcome.DONE);

        assertThat(receptionHistory.of(id.value()))
                .extracting(History.Told::kind)
                .containsExactly("asked", "taken", "no_answer", "no_answer", "no_answer", "reached_otherwise");
        assertThat(callBacks.caller(id).outcome()).contains("Écrit");
        assertThat(read.queue(agent, CallBack.Position.START, 1_000))
                .noneMatch(entry -> entry.callBack().id().equals(id));
    }

    @Test
    void whoWasOvertakenIsToldAndNothingIsSaid() {
        var id = mine();
        var colleague = staff.agent(Role.CASE_OFFICER, UNIT);
        handle.take(colleague, new HandleCallBack.Seen(id, 0));

        assertThat(handle.done(agent, new HandleCallBack.Seen(id, 0), "Dit"))
                .isEqualTo(HandleCallBack.Outcome.CHANGED_MEANWHILE);

        assertThat(callBacks.caller(id).outcome()).isEmpty();
        assertThat(receptionHistory.of(id.value())).hasSize(2);
    }

    @Test
    void handedToAnotherUnitItLeavesTheList() {
        var id = mine();

        handle.handOver(agent, new HandleCallBack.Seen(id, 0), "etat-civil");

        assertThat(read.of(agent, id)).isEmpty();
        assertThat(read.of(staff.agent(Role.CASE_OFFICER, "etat-civil"), id)).isPresent();
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> handle.take(agent, new HandleCallBack.Seen(id, 1)));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> handle.handOver(agent, new HandleCallBack.Seen(id, 1), "no-such-unit"));
    }

    @Test
    void whatIsSensitiveIsForTheUnitItself() {
        var id = asked(
                wanted(Optional.of("inegalite-discrimination"), Optional.empty(), Optional.empty()),
                "qualite-reclamations");

        assertThat(read.of(staff.agent(Role.CASE_OFFICER, "qualite-reclamations"), id))
                .isPresent();
        assertThat(read.of(staff.agent(Role.UNIT_HEAD, "relation-usagers"), id)).isEmpty();
    }

    @Test
    void theQueueIsPagedByKeyTheFirstDueFirst() {
        for (var i = 0; i < 5; i++) {
            mine();
        }

        var paged = new ArrayList<CallBack>();
        var page = read.queue(agent, CallBack.Position.START, 2);
        while (!page.isEmpty()) {
            page.forEach(entry -> paged.add(entry.callBack()));
            page = read.queue(agent, page.getLast().callBack().position(), 2);
        }

        assertThat(paged).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(5);
        assertThat(paged).extracting(callBack -> callBack.window().due()).isSorted();
    }

    @Test
    void whatIsDueIsCountedAndSoIsWhatIsLate() {
        var before = read.due(agent);
        var id = mine();
        jdbc.sql("update reception.call_back set due_at = now() - interval '1 hour' where id = ?")
                .param(id.value())
                .update();

        assertThat(read.due(agent)).isEqualTo(new CallBacks.Due(before.today() + 1, before.late() + 1));
    }

    @Test
    void openingOneIsALookThatIsKept() {
        var id = mine();

        read.seenBy(agent, id);

        assertThat(jdbc.sql("select account_id from reception.access_log where subject_id = ?")
                        .param(id.value())
                        .query(java.util.UUID.class)
                        .list())
                .containsExactly(agent.account().value());
    }

    @Test
    void whoLeavesHandsItOn() {
        var id = mine();
        handle.take(agent, new HandleCallBack.Seen(id, 0));
        var next = staff.agent(Role.RECEPTION_AGENT, UNIT);

        events.publishEvent(new StaffLeft(agent.account(), Optional.of(next.account()), clock.instant()));

        assertThat(callBacks.byId(id).orElseThrow().heldBy()).contains(next.account());
    }

    @Test
    void whenAUnitClosesItGoesToTheSuccessorAndComesBack() {
        var id = mine();
        var here = unit(UNIT);
        var successor = unit("mairie-1-accueil");

        events.publishEvent(new UnitClosed(here, successor, clock.instant()));
        assertThat(callBacks.byId(id).orElseThrow().unit()).isEqualTo(successor);

        events.publishEvent(new UnitReopened(here, successor, clock.instant()));
        assertThat(callBacks.byId(id).orElseThrow().unit()).isEqualTo(here);
    }

    @Test
    void thoseWhoMayNotAreRefused() {
        var administrator = staff.agent(Role.ADMINISTRATOR, UNIT);

        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> read.queue(administrator, CallBack.Position.START, 1));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> ask.ask(administrator, wanted(Optional.empty(), Optional.empty(), Optional.empty())));
    }

    private CallBackId mine() {
        return asked(wanted(Optional.empty(), Optional.empty(), Optional.empty()), UNIT);
    }

    private CallBackId asked(NewCallBack wanted, String unit) {
        assertThat(ask.ask(agent, wanted)).isEqualTo(new AskCallBack.Asked(unit(unit)));
        return wanted.id();
    }

    private UnitId unit(String code) {
        return directory.unit(code).orElseThrow().id();
    }

    private NewCallBack wanted(Optional<String> subject, Optional<String> unit, Optional<RequestNumber> number) {
        var now = clock.instant().minus(Duration.ofSeconds(1));
        return new NewCallBack(
                CallBackId.next(),
                Caller.of("06 01 02 03 04", Optional.of("Malo Petit (fictif)"), Optional.of("Sa carte d’identité")),
                CallWindow.afternoon(workingDays.plus(CityTime.day(now), 1)),
                Language.FR,
                subject.flatMap(subjects::byCode),
                unit.map(this::unit),
                number,
                now);
    }
}
