package fr.traboule.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.traboule.StaffFixture;
import fr.traboule.WholeProgramTest;
import fr.traboule.calendar.CityTime;
import fr.traboule.city.Directory;
import fr.traboule.city.UnitId;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Role;
import fr.traboule.ground.history.History;
import fr.traboule.requests.HandleRequest.ChangedMeanwhile;
import fr.traboule.requests.HandleRequest.Done;
import fr.traboule.requests.HandleRequest.Outcome;
import fr.traboule.requests.HandleRequest.Seen;
import fr.traboule.routing.Subjects;
import fr.traboule.web.NotFound;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The life of a request, on a real database: exactly one unit answers at every instant, and nobody is forgotten. */
@WholeProgramTest
class LifeTests {

    private static final String TRIAGE = "orientation-demandes";

    @Autowired
    FindRequests find;

    @Autowired
    ReceiveRequest receiveRequest;

    @Autowired
    HandleRequest handle;

    @Autowired
    MoveRequest move;

    @Autowired
    WaitForOthers wait;

    @Autowired
    PersonActs person;

    @Autowired
    Requests requests;

    @Autowired
    ReadRequests read;

    @Autowired
    Directory directory;

    @Autowired
    StaffFixture staff;

    @Autowired
    Acts acts;

    @Autowired
    Ledger ledger;

    @Autowired
    TellPerson tellPerson;

    @Autowired
    Receipts receipts;

    @Autowired
    History requestsHistory;

    @Autowired
    Promise promise;

    @Autowired
    Subjects subjects;

    @Autowired
    JdbcClient jdbc;

    private Actor.Agent officer;
    private Receipt receipt;

    @BeforeEach
    void aRequestInTriage() {
        officer = staff.agent(Role.CASE_OFFICER, TRIAGE);
        receipt = received("Le lampadaire est éteint");
    }

    @Test
    void movedItIsTheOtherUnitsAndInNobodysHandsWithItsReasonForAgentsOnly() {
        handle.take(officer, seen());

        var moved = request(move.move(officer, seen(), unit("espaces-verts"), "C’est dans un parc"));

        assertThat(moved.unit()).isEqualTo(unit("espaces-verts"));
        assertThat(moved.heldBy()).isEmpty();
        assertThat(moves()).containsExactly("routed", "moved");
        assertThat(story().getLast().wordsAreInternal()).isTrue();
    }

    @Test
    void thirdTimeThatItIsNobodysTriageDecides() {
        var lighting = staff.agent(Role.CASE_OFFICER, "eclairage-public");
        var gardens = staff.agent(Role.CASE_OFFICER, "espaces-verts");
        move.move(officer, seen(), unit("eclairage-public"), "Un lampadaire");

        move.notOurs(lighting, seen(), Optional.of(unit("espaces-verts")), "C’est un arbre");
        move.notOurs(gardens, seen(), Optional.of(unit("eclairage-public")), "C’est bien un lampadaire");
        move.notOurs(lighting, seen(), Optional.of(unit("espaces-verts")), "Non, un arbre");

        assertThat(request().unit()).isEqualTo(unit(TRIAGE));
        assertThat(request().bounces()).isEqualTo(3);
        assertThat(moves()).containsExactly("routed", "moved", "not_ours", "not_ours", "triage");
    }

    @Test
    void notOursAndNobodyKnowsWhoseGoesToTriage() {
        var lighting = staff.agent(Role.CASE_OFFICER, "eclairage-public");
        move.move(officer, seen(), unit("eclairage-public"), "Un lampadaire");

        assertThat(request(move.notOurs(lighting, seen(), Optional.empty(), "Je ne sais pas"))
                        .unit())
                .isEqualTo(unit(TRIAGE));
    }

    @Test
    void toItselfItIsNotMoved() {
        assertThat(move.move(officer, seen(), unit(TRIAGE), "Ici")).isInstanceOf(ChangedMeanwhile.class);
    }

    @Test
    void onlySomebodyOfTheUnitIsGivenIt() {
        var colleague = staff.agent(Role.CASE_OFFICER, TRIAGE);
        var stranger = staff.agent(Role.CASE_OFFICER, "espaces-verts");

        assertThat(request(handle.assign(officer, seen(), colleague.account())).heldBy())
                .contains(colleague.account());
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> handle.assign(officer, seen(), stranger.account()));
    }

    @Test
    void askedThePersonRepliesAndTheAgentGoesOn() {
        wait.askResident(officer, seen(), "Quel numéro porte le lampadaire ?");
        assertThat(mails())
                .last()
                .asString()
                .contains("Quel numéro porte le lampadaire", receipt.number().toString());
        assertThat(person.possible(request())).contains(RequestAct.RESUME).doesNotContain(RequestAct.ADD);

        assertThat(person.reply(receipt, "Le 12")).isEqualTo(PersonActs.Outcome.DONE);

        assertThat(request().status()).isEqualTo(RequestStatus.IN_PROGRESS);
        assertThat(story().getLast().words()).contains("Le 12");
        assertThat(waiting()).isEmpty();
    }

    @Test
    void withoutNewsThePersonIsRemindedTwiceThenTheAgentHasItBack() {
        wait.askResident(officer, seen(), "Quel numéro ?");
        for (var week = 1; week <= 3; week++) {
            dueToday();
            wait.remind();
        }

        assertThat(story())
                .extracting(RequestStory::kind)
                .endsWith(FactKind.REMINDED, FactKind.REMINDED, FactKind.NO_REPLY);
        assertThat(request().status()).as("never closed in silence").isEqualTo(RequestStatus.IN_PROGRESS);
        assertThat(waiting()).isEmpty();
        assertThat(mails()).hasSize(4);
    }

    @Test
    void whoHasNoEmailIsNotSaidToBeReminded() {
        receipt = receiveRequest.receive(new Actor.Resident(), RequestFixture.said("Sans adresse"));
        wait.askResident(officer, seen(), "Quel numéro ?");
        dueToday();
        wait.remind();

        assertThat(story()).extracting(RequestStory::kind).endsWith(FactKind.ASKED_RESIDENT, FactKind.NO_REPLY);
    }

    @Test
    void answeredNobodyIsRemindedAnyMore() {
        wait.askResident(officer, seen(), "Quel numéro ?");
        handle.answer(officer, seen(), "Trouvé sans vous : c’est réparé.");

        assertThat(waiting()).isEmpty();
    }

    @Test
    void theDayThatWasPromisedStaysWhileItWaits() {
        var promised = request().dueOn();
        wait.waitForPartner(officer, seen(), "Le fournisseur");
        wait.resume(officer, seen());

        assertThat(request().dueOn()).isEqualTo(promised);
    }

    @Test
    void aChaseIsCountedOnceADay() {
        assertThat(person.chase(receipt)).isEqualTo(PersonActs.Outcome.DONE);
        assertThat(person.chase(receipt)).isEqualTo(PersonActs.Outcome.ALREADY_TODAY);

        assertThat(request().chases()).isEqualTo(1);
        assertThat(find.queue(officer, RequestFilter.NONE, Optional.empty(), 500))
                .filteredOn(entry -> entry.number().equals(receipt.number()))
                .singleElement()
                .satisfies(entry -> assertThat(entry.chases()).isEqualTo(1));
    }

    @Test
    void withdrawnItMayBeReopenedWithANewPromise() {
        jdbc.sql("update requests.request set due_on = date '2020-01-01' where id = ?")
                .param(request().id().value())
                .update();
        person.withdraw(receipt);
        assertThat(request().status()).isEqualTo(RequestStatus.WITHDRAWN);

        person.reopen(receipt, "Finalement si");

        assertThat(request().status()).isEqualTo(RequestStatus.IN_PROGRESS);
        assertThat(request().dueOn()).isAfter(LocalDate.of(2020, 1, 2));
    }

    @Test
    void afterTwoMonthsAnAnswerStands() {
        handle.answer(officer, seen(), "C’est réparé.");
        assertThat(person.possible(request())).containsExactly(RequestAct.REOPEN);

        var later = new PersonActs(
                requests,
                acts,
                ledger,
                tellPerson,
                receipts,
                requestsHistory,
                promise,
                subjects,
                Clock.offset(Clock.systemUTC(), Duration.ofDays(61)));
        assertThat(later.reopen(receipt, "Encore éteint")).isEqualTo(PersonActs.Outcome.NOT_NOW);
    }

    @Test
    void anotherCodeOpensNothing() {
        var other = new Receipt(receipt.number(), received("Autre chose").secret());

        assertThat(person.withdraw(other)).isEqualTo(PersonActs.Outcome.NOT_NOW);
        assertThat(person.reply(other, "Moi")).isEqualTo(PersonActs.Outcome.NOT_NOW);
        assertThat(request().status()).isEqualTo(RequestStatus.RECEIVED);
    }

    @Test
    void theAgentWhoHasThePersonOnTheLineDoesTheSameForThem() {
        var reception = staff.agent(Role.RECEPTION_AGENT, TRIAGE);
        assertThat(person.reply(reception, seen(), "Elle dit que c’est le 12")).isEqualTo(PersonActs.Outcome.DONE);
        assertThat(person.chase(reception, seen())).isEqualTo(PersonActs.Outcome.DONE);
        assertThat(story()).extracting(RequestStory::kind).endsWith(FactKind.REPLIED, FactKind.CHASED);
        assertThat(story().getLast().agent()).contains(reception.account());
    }

    /** Whatever agents and the person do at the same moment: one unit answers, periods follow each other, history tells all. */
    @Test
    void manyWhoActAtOnceLeaveExactlyOneUnitInCharge() throws Exception {
        var random = new Random(5);
        var agents = List.of(
                officer,
                staff.agent(Role.CASE_OFFICER, "eclairage-public"),
                staff.agent(Role.CASE_OFFICER, "espaces-verts"));
        var units = List.of(unit(TRIAGE), unit("eclairage-public"), unit("espaces-verts"));
        var done = new ArrayList<Callable<Object>>();
        for (var act = 0; act < 80; act++) {
            var agent = agents.get(random.nextInt(agents.size()));
            var to = units.get(random.nextInt(units.size()));
            var kind = random.nextInt(6);
            done.add(() -> switch (kind) {
                case 0 -> handle.take(agent, seen());
                case 1 -> move.move(agent, seen(), to, "Par ici");
                case 2 -> move.notOurs(agent, seen(), Optional.of(to), "Pas à nous");
                case 3 -> wait.askResident(agent, seen(), "Où ?");
                case 4 -> person.reply(receipt, "Ici");
                default -> wait.resume(agent, seen());
            });
        }
        AtOnce.all(done);

        var facts = story().size();
        assertThat(request().version()).as("each change is told").isEqualTo(facts - 1);
        assertThat(jdbc.sql("""
                        select count(*) filter (where upper_inf(period)) = 1
                               and count(*) = count(distinct lower(period)) + 0
                               and bool_and(upper_inf(period) or exists (
                                    select from requests.unit_period next
                                     where next.request_id = p.request_id and lower(next.period) = upper(p.period)))
                          from requests.unit_period p where request_id = ? and not isempty(period)
                        """)
                        .param(request().id().value())
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(jdbc.sql("select unit_id from requests.unit_period where request_id = ? and upper_inf(period)")
                        .param(request().id().value())
                        .query(UUID.class)
                        .single())
                .isEqualTo(request().unit().value());
    }

    private Receipt received(String words) {
        return receiveRequest.receive(
                new Actor.Resident(), RequestFixture.said(words, RequestFixture.byEmail("jeanne@demo.example")));
    }

    private Seen seen() {
        return new Seen(receipt.number(), request().version());
    }

    private Request request() {
        return request(receipt);
    }

    private Request request(Receipt of) {
        return requests.byNumber(of.number()).orElseThrow();
    }

    private static Request request(Outcome outcome) {
        return ((Done) outcome).request();
    }

    private UnitId unit(String code) {
        return directory.unit(code).orElseThrow().id();
    }

    private List<RequestStory> story() {
        return read.tracked(receipt.number(), receipt.secret()).orElseThrow().story();
    }

    private List<String> moves() {
        return jdbc.sql("select kind from requests.unit_period where request_id = ? order by lower(period)")
                .param(request().id().value())
                .query(String.class)
                .list();
    }

    private List<String> mails() {
        return mails(receipt);
    }

    private List<String> mails(Receipt of) {
        return jdbc.sql("select message ->> 'text' from requests.outbox where subject_id = ? order by id")
                .param(request(of).id().value())
                .query(String.class)
                .list();
    }

    private List<Integer> waiting() {
        return jdbc.sql("select reminders from requests.waiting where request_id = ?")
                .param(request().id().value())
                .query(Integer.class)
                .list();
    }

    private void dueToday() {
        jdbc.sql("update requests.waiting set next_on = ? where request_id = ?")
                .params(CityTime.day(Instant.now()), request().id().value())
                .update();
    }
}
