package fr.traboule.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.traboule.StaffFixture;
import fr.traboule.WholeProgramTest;
import fr.traboule.city.Directory;
import fr.traboule.city.OrganisationId;
import fr.traboule.city.UnitClosed;
import fr.traboule.city.UnitId;
import fr.traboule.city.UnitReopened;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Role;
import fr.traboule.requests.DeliverByHand.AlreadyDone;
import fr.traboule.requests.DeliverByHand.ChangedMeanwhile;
import fr.traboule.requests.DeliverByHand.Done;
import fr.traboule.requests.HandleRequest.Seen;
import fr.traboule.residents.AnswerWay;
import fr.traboule.routing.Subjects;
import fr.traboule.web.NotFound;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.annotation.Transactional;

/** What somebody has to hand over: made by each act that tells the person something, and there until it is done. */
@WholeProgramTest
class DeliverByHandTests {

    private static final String TRIAGE = "orientation-demandes";

    @Autowired
    DeliverByHand deliver;

    @Autowired
    ReceiveRequest receive;

    @Autowired
    HandleRequest handle;

    @Autowired
    MoveRequest move;

    @Autowired
    MoveWithUnit moveWithUnit;

    @Autowired
    MergeRequests merge;

    @Autowired
    WaitForOthers wait;

    @Autowired
    PersonActs person;

    @Autowired
    ReadRequests read;

    @Autowired
    Requests requests;

    @Autowired
    Subjects subjects;

    @Autowired
    Directory directory;

    @Autowired
    StaffFixture staff;

    @Autowired
    JdbcClient jdbc;

    private Actor.Agent officer;
    private Receipt receipt;

    @BeforeEach
    void somebodyWhoWantsALetter() {
        officer = staff.agent(Role.CASE_OFFICER, TRIAGE);
        receipt = received(RequestFixture.byLetter("Simone Exemple"));
    }

    @Test
    void anAnswerIsALetterToPostAndNoEmail() {
        handle.answer(officer, seen(), "C’est réparé.");

        assertThat(waiting()).singleElement().satisfies(letter -> {
            assertThat(letter.kind()).isEqualTo(DeliveryKind.LETTER);
            assertThat(letter.notice()).isEqualTo(NoticeKind.ANSWER);
            assertThat(letter.to()).contains("Simone Exemple");
            assertThat(letter.unit()).isEqualTo(request().unit());
        });
        assertThat(deliver.open(officer, only().id()).words()).contains("C’est réparé.");
        assertThat(mails()).isEmpty();
    }

    @Test
    void whoWantsACallIsCalled() {
        receipt = received(RequestFixture.byPhone("01 99 00 45 12"));
        handle.answer(officer, seen(), "C’est réparé.");

        assertThat(only().kind()).isEqualTo(DeliveryKind.CALL);
        assertThat(mails()).isEmpty();
    }

    @Test
    void byEmailOrWithoutAWayNobodyIsNeeded() {
        receipt = received(RequestFixture.byEmail("jeanne@demo.example"));
        handle.answer(officer, seen(), "C’est réparé.");
        assertThat(waiting()).isEmpty();
        assertThat(mails()).hasSize(2);

        receipt = received(Contact.NONE);
        handle.answer(officer, seen(), "C’est réparé.");
        assertThat(waiting()).isEmpty();
        assertThat(mails()).isEmpty();
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({
        "LETTER,     LETTER, 1",
        "LETTER,     PHONE,  1",
        "PAPER_FORM, LETTER, 1",
        "PHONE,      LETTER, 1",
        "PHONE,      PHONE,  0",
        "COUNTER,    LETTER, 0",
        "WEB,        LETTER, 0",
        "WEB,        PHONE,  0"
    })
    void whoHasNoReceiptInHandIsSentOne(Channel channel, AnswerWay way, int expected) {
        var contact = way == AnswerWay.LETTER
                ? RequestFixture.byLetter("Simone Exemple")
                : RequestFixture.byPhone("01 99 00 45 12");
        receipt = received(channel, contact);

        assertThat(waiting())
                .hasSize(expected)
                .allSatisfy(each -> assertThat(each.notice()).isEqualTo(NoticeKind.RECEIPT));
    }

    @Test
    void aQuestionAndATransferAreTooAndAQuestionThatCameToNothingIsNot() {
        wait.askResident(officer, seen(), "Quel numéro ?");
        assertThat(only().notice()).isEqualTo(NoticeKind.QUESTION);

        move.handOver(officer, seen(), metropolis(), "Ils s’en occupent.");
        assertThat(only().notice()).as("nobody asks any more").isEqualTo(NoticeKind.HANDED_OVER);
        assertThat(deliver.open(officer, only().id()).organisation()).isEqualTo(metropolis());
    }

    @Test
    void whoWithdrawsIsNotAskedAnyMore() {
        wait.askResident(officer, seen(), "Quel numéro ?");
        person.withdraw(receipt);

        assertThat(waiting()).isEmpty();
    }

    @Test
    void aWeekCountsFromTheLetterNotFromTheQuestion() {
        wait.askResident(officer, seen(), "Quel numéro ?");
        dueToday();
        wait.remind();
        assertThat(waiting()).as("nobody is reminded of what they do not know").hasSize(1);
        assertThat(reminders()).containsExactly(0);

        dueToday();
        deliver.handOver(officer, only().id(), DeliveryKind.LETTER);
        assertThat(nextOn()).isAfter(LocalDate.now().plusDays(5));

        dueToday();
        wait.remind();
        assertThat(only().notice()).isEqualTo(NoticeKind.REMINDER);
        assertThat(deliver.open(officer, only().id()).words())
                .as("who has no page at hand reads the question again")
                .contains("Quel numéro ?");
        assertThat(kinds()).doesNotContain(FactKind.REMINDED, FactKind.NO_REPLY);
    }

    @Test
    void remindedTwiceByLetterTheAgentHasItBack() {
        wait.askResident(officer, seen(), "Quel numéro ?");
        for (var week = 1; week <= 3; week++) {
            waiting().forEach(letter -> deliver.handOver(officer, letter.id(), DeliveryKind.LETTER));
            dueToday();
            wait.remind();
        }

        assertThat(kinds()).endsWith(FactKind.LETTER_POSTED, FactKind.NO_REPLY);
        assertThat(kinds()).filteredOn(FactKind.LETTER_POSTED::equals).hasSize(3);
        assertThat(request().status()).isEqualTo(RequestStatus.IN_PROGRESS);
    }

    @Test
    void postedItWaitsNoMoreAndTheHistoryTellsWhoAndWhen() {
        handle.answer(officer, seen(), "C’est réparé.");
        var letter = only();

        assertThat(deliver.handOver(officer, letter.id(), DeliveryKind.LETTER)).isInstanceOf(Done.class);

        assertThat(waiting()).isEmpty();
        assertThat(deliver.waiting(officer, Optional.empty(), 10_000))
                .noneMatch(each -> each.id().equals(letter.id()));
        var told = read.seenBy(officer, receipt.number()).orElseThrow().story().getLast();
        assertThat(told.kind()).isEqualTo(FactKind.LETTER_POSTED);
        assertThat(told.agent()).contains(officer.account());
        assertThat(told.isInternal()).as("the person reads it too").isFalse();
    }

    @Test
    void pressedTwiceItIsToldWhoDidItAndCountsOnce() {
        handle.answer(officer, seen(), "C’est réparé.");
        var letter = only().id();
        var colleague = staff.agent(Role.RECEPTION_AGENT, TRIAGE);
        deliver.handOver(colleague, letter, DeliveryKind.LETTER);

        assertThat(deliver.handOver(officer, letter, DeliveryKind.LETTER))
                .isInstanceOfSatisfying(
                        AlreadyDone.class,
                        already -> assertThat(already.before().by()).isEqualTo(colleague.account()));
        assertThat(kinds()).filteredOn(FactKind.LETTER_POSTED::equals).hasSize(1);
    }

    @Test
    void ofManyWhoPostItAtOnceOneDoes() throws Exception {
        handle.answer(officer, seen(), "C’est réparé.");
        var letter = only().id();
        List<Future<DeliverByHand.Outcome>> outcomes = new ArrayList<>();
        try (var agents = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 8; i++) {
                outcomes.add(agents.submit(() -> deliver.handOver(officer, letter, DeliveryKind.LETTER)));
            }
        }

        assertThat(outcomes.stream().map(Future::resultNow).filter(Done.class::isInstance))
                .hasSize(1);
        assertThat(outcomes.stream().map(Future::resultNow).filter(AlreadyDone.class::isInstance))
                .hasSize(7);
        assertThat(kinds()).filteredOn(FactKind.LETTER_POSTED::equals).hasSize(1);
    }

    @Test
    void aCallInVainIsCountedOnceDatedAndTheCallStillWaits() {
        receipt = received(RequestFixture.byPhone("01 99 00 45 12"));
        handle.answer(officer, seen(), "C’est réparé.");
        var call = only().id();

        deliver.tryInVain(officer, call, 0);
        assertThat(deliver.tryInVain(officer, call, 0)).as("pressed twice").isInstanceOf(ChangedMeanwhile.class);
        assertThat(only().tries()).isEqualTo(1);
        assertThat(only().triedAt()).isPresent();
        assertThat(kinds()).endsWith(FactKind.ANSWERED, FactKind.CALL_UNANSWERED);

        deliver.tryInVain(officer, call, 1);
        assertThat(only().needsAnotherWay()).isFalse();
        deliver.tryInVain(officer, call, 2);
        assertThat(only().needsAnotherWay()).isTrue();

        deliver.handOver(officer, call, DeliveryKind.CALL);
        assertThat(kinds()).endsWith(FactKind.CALL_UNANSWERED, FactKind.PERSON_CALLED);
    }

    @Test
    void aLetterIsNotTriedInVain() {
        handle.answer(officer, seen(), "C’est réparé.");

        assertThat(deliver.tryInVain(officer, only().id(), 0)).isInstanceOf(ChangedMeanwhile.class);
    }

    @Test
    void whoPrefersAnEmailGetsItAtOnce() {
        handle.answer(officer, seen(), "C’est réparé.");
        var letter = only().id();

        prefer(AnswerWay.EMAIL, new ContactForm(null, "simone@demo.example", null, null));

        assertThat(waiting()).isEmpty();
        assertThat(mails())
                .singleElement()
                .asString()
                .contains("C’est réparé.", receipt.number().toString());
        assertThat(deliver.handOver(officer, letter, DeliveryKind.LETTER)).isInstanceOf(ChangedMeanwhile.class);
    }

    @Test
    void whoPrefersACallIsCalledInsteadAndALetterSaidToBePostedIsNotNoted() {
        handle.answer(officer, seen(), "C’est réparé.");
        var delivery = only().id();

        prefer(AnswerWay.PHONE, new ContactForm(null, null, "01 99 00 45 12", null));

        assertThat(only().id()).isEqualTo(delivery);
        assertThat(only().kind()).isEqualTo(DeliveryKind.CALL);
        assertThat(mails()).isEmpty();
        assertThat(deliver.handOver(officer, delivery, DeliveryKind.LETTER)).isInstanceOf(ChangedMeanwhile.class);
        assertThat(deliver.handOver(officer, delivery, DeliveryKind.CALL)).isInstanceOf(Done.class);
    }

    @Test
    void whatWasPostedIsNotSentAgainByTheNewWay() {
        handle.answer(officer, seen(), "C’est réparé.");
        deliver.handOver(officer, only().id(), DeliveryKind.LETTER);

        prefer(AnswerWay.EMAIL, new ContactForm(null, "simone@demo.example", null, null));

        assertThat(mails()).isEmpty();
    }

    @Test
    void everybodyWhoReportedTheSameGetsTheirOwn() {
        var main = received(RequestFixture.byPhone("01 99 00 45 12"));
        merge.merge(officer, seen(), main.number());

        handle.answer(officer, seen(main), "C’est réparé.");

        assertThat(only().kind()).isEqualTo(DeliveryKind.LETTER);
        assertThat(deliver.open(officer, only().id()).words()).contains("C’est réparé.");
        assertThat(waiting(main)).singleElement().extracting(Delivery::kind).isEqualTo(DeliveryKind.CALL);
    }

    @Test
    void itGoesWhereTheRequestGoes() {
        wait.askResident(officer, seen(), "Quel numéro ?");
        var letter = only().id();
        var gardens = staff.agent(Role.CASE_OFFICER, "espaces-verts");

        move.move(officer, seen(), unit("espaces-verts"), "C’est dans un parc");

        assertThat(deliver.waiting(gardens, Optional.empty(), 10_000))
                .anyMatch(each -> each.id().equals(letter));
        assertThat(deliver.waiting(officer, Optional.empty(), 10_000))
                .noneMatch(each -> each.id().equals(letter));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> deliver.handOver(officer, letter, DeliveryKind.LETTER));
    }

    @Test
    @Transactional
    void whatIsAnsweredStaysWithAUnitThatClosesButItsLettersDoNot() {
        handle.answer(officer, seen(), "C’est réparé.");
        var triage = unit(TRIAGE);
        var gardens = unit("espaces-verts");

        moveWithUnit.on(new UnitClosed(triage, gardens, Instant.now()));
        assertThat(only().unit()).isEqualTo(gardens);
        assertThat(request().unit()).isEqualTo(triage);
        assertThat(deliver.open(staff.agent(Role.CASE_OFFICER, "espaces-verts"), only().id())
                        .words())
                .as("who posts it reads it")
                .contains("C’est réparé.");

        moveWithUnit.on(new UnitReopened(triage, gardens, Instant.now()));
        assertThat(only().unit()).isEqualTo(triage);
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(delimiter = '|', textBlock = """
            RECEPTION_AGENT         | qualite-reclamations | reclamation-service      | done
            CASE_OFFICER            | qualite-reclamations | reclamation-service      | done
            UNIT_HEAD               | relation-usagers     | reclamation-service      | done
            CASE_OFFICER            | accueil-usagers      | reclamation-service      | hidden
            CASE_OFFICER            | qualite-reclamations | inegalite-discrimination | done
            UNIT_HEAD               | relation-usagers     | inegalite-discrimination | hidden
            DATA_PROTECTION_OFFICER | qualite-reclamations | reclamation-service      | refused
            ARCHIVIST               | qualite-reclamations | reclamation-service      | refused
            ADMINISTRATOR           | qualite-reclamations | reclamation-service      | refused
            """)
    void mayHandOver(Role role, String unit, String subject, String expected) {
        var inCharge = staff.agent(Role.CASE_OFFICER, "qualite-reclamations");
        receipt = received(Optional.of(subject), Channel.WEB, RequestFixture.byLetter("Simone Exemple"));
        handle.answer(inCharge, seen(), "Nous avons regardé.");
        var letter = only();
        var agent = staff.agent(role, unit);

        assertThat(told(() -> deliver.waiting(agent, Optional.empty(), 10_000).stream()
                                .anyMatch(each -> each.id().equals(letter.id()))
                        ? "done"
                        : "hidden"))
                .isEqualTo(expected);
        assertThat(deliver.mayHandOver(agent, letter)).isEqualTo(expected.equals("done"));
        assertThat(deliver.countWaiting(agent))
                .isEqualTo(
                        expected.equals("refused")
                                ? 0
                                : deliver.waiting(agent, Optional.empty(), DeliverByHand.MOST_COUNTED)
                                        .size());
        assertThat(told(() -> deliver.open(agent, letter.id()).words().isPresent() ? "done" : "empty"))
                .isEqualTo(expected);
        assertThat(told(() -> deliver.tryInVain(agent, letter.id(), 0) instanceof ChangedMeanwhile ? "done" : "odd"))
                .isEqualTo(expected);
        assertThat(told(() ->
                        deliver.handOver(agent, letter.id(), DeliveryKind.LETTER) instanceof Done ? "done" : "not"))
                .isEqualTo(expected);
    }

    @Test
    void theListGoesOnFromTheLastOneSeenTheOldestFirst() {
        var gardens = staff.agent(Role.CASE_OFFICER, TRIAGE);
        for (var i = 0; i < 3; i++) {
            receipt = received(RequestFixture.byLetter("Simone " + i));
            handle.answer(officer, seen(), "C’est réparé.");
        }
        var all = deliver.waiting(gardens, Optional.empty(), 10_000);

        assertThat(all).extracting(each -> each.id().toString()).isSorted();
        var last = all.get(all.size() - 2);
        assertThat(deliver.waiting(gardens, Optional.of(last.id()), 10))
                .extracting(Delivery::id)
                .containsExactly(all.getLast().id());
    }

    @Test
    void whoOpensItIsInTheLogOfAccesses() {
        handle.answer(officer, seen(), "C’est réparé.");
        deliver.open(officer, only().id());

        assertThat(jdbc.sql("select count(*) from requests.access_log where account_id = ? and what = 'delivery'")
                        .param(officer.account().value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private void prefer(AnswerWay way, ContactForm typed) {
        assertThat(person.answerBy(receipt, request().version(), way, typed)).isEqualTo(PersonActs.Outcome.DONE);
    }

    private static String told(Supplier<String> act) {
        try {
            return act.get();
        } catch (AccessDeniedException refused) {
            return "refused";
        } catch (NotFound hidden) {
            return "hidden";
        }
    }

    private Receipt received(Contact contact) {
        return received(Channel.WEB, contact);
    }

    private Receipt received(Channel channel, Contact contact) {
        return received(Optional.empty(), channel, contact);
    }

    private Receipt received(Optional<String> subject, Channel channel, Contact contact) {
        var said = RequestFixture.said("Le lampadaire est éteint", contact);
        return receive.receive(
                new Actor.Resident(),
                new NewRequest(
                        said.id(),
                        channel,
                        said.nature(),
                        subject.flatMap(subjects::byCode),
                        said.language(),
                        said.statement(),
                        List.of()));
    }

    private Request request() {
        return request(receipt);
    }

    private Request request(Receipt of) {
        return requests.byNumber(of.number()).orElseThrow();
    }

    private Seen seen() {
        return seen(receipt);
    }

    private Seen seen(Receipt of) {
        return new Seen(of.number(), request(of).version());
    }

    private List<Delivery> waiting() {
        return waiting(receipt);
    }

    private List<Delivery> waiting(Receipt of) {
        return deliver.waitingFor(request(of));
    }

    private Delivery only() {
        assertThat(waiting()).hasSize(1);
        return waiting().getFirst();
    }

    private List<FactKind> kinds() {
        return read.tracked(receipt.number(), receipt.secret()).orElseThrow().story().stream()
                .map(RequestStory::kind)
                .toList();
    }

    private List<String> mails() {
        return jdbc.sql("select coalesce(message ->> 'text', '') from requests.outbox where subject_id = ? order by id")
                .param(request().id().value())
                .query(String.class)
                .list();
    }

    private List<Integer> reminders() {
        return jdbc.sql("select reminders from requests.waiting where request_id = ?")
                .param(request().id().value())
                .query(Integer.class)
                .list();
    }

    private LocalDate nextOn() {
        return jdbc.sql("select next_on from requests.waiting where request_id = ?")
                .param(request().id().value())
                .query(LocalDate.class)
                .single();
    }

    private void dueToday() {
        jdbc.sql("update requests.waiting set next_on = ? where request_id = ?")
                .params(LocalDate.now(), request().id().value())
                .update();
    }

    private UnitId unit(String code) {
        return directory.unit(code).orElseThrow().id();
    }

    private OrganisationId metropolis() {
        return directory.organisations().stream()
                .filter(organisation -> !organisation.kind().isOurs())
                .findFirst()
                .orElseThrow()
                .id();
    }
}
