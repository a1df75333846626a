package fr.traboule.bulk;

import static fr.traboule.Answer.body;
import static fr.traboule.Answer.page;
import static fr.traboule.Answer.redirect;
import static fr.traboule.Answer.typed;
import static fr.traboule.StaffFixture.signedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.traboule.StaffFixture;
import fr.traboule.WholeProgramTest;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Role;
import fr.traboule.ground.works.WorkBook;
import fr.traboule.ground.works.WorkFixture;
import fr.traboule.ground.works.WorkState;
import fr.traboule.requests.Contact;
import fr.traboule.requests.HandleRequest;
import fr.traboule.requests.HandleRequest.Seen;
import fr.traboule.requests.ReadRequests;
import fr.traboule.requests.ReceiveRequest;
import fr.traboule.requests.RequestFixture;
import fr.traboule.requests.RequestNumber;
import fr.traboule.requests.RequestStatus;
import fr.traboule.residents.AnswerWay;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Many requests handled together: nothing before it is decided, each once, and no request but those that were read. */
@WholeProgramTest
class BulkTests {

    private static final String TRIAGE = "orientation-demandes";
    private static final String ANSWER = "Bonjour, la panne du quartier est réparée.";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    ReceiveRequest receive;

    @Autowired
    ReadRequests read;

    @Autowired
    HandleRequest handle;

    @Autowired
    PrepareBatch prepare;

    @Autowired
    Batches batches;

    @Autowired
    WorkFixture works;

    @Autowired
    WorkBook book;

    @Autowired
    StaffFixture staff;

    @Autowired
    JdbcClient jdbc;

    private Actor.Agent agent;

    @BeforeEach
    void anAgent() {
        agent = staff.agent(Role.CASE_OFFICER, TRIAGE);
    }

    @AfterEach
    void nothingUnderWay() {
        jdbc.sql("delete from ground.job where task_name = 'work'").update();
    }

    private RequestNumber request(Contact contact) {
        return receive.receive(new Actor.Resident(), RequestFixture.said("Panne de la rue", contact))
                .number();
    }

    private List<RequestNumber> requests(int many) {
        return IntStream.range(0, many)
                .mapToObj(each -> request(RequestFixture.byEmail("bulk" + each + "@example.org")))
                .toList();
    }

    private BatchId answering(List<RequestNumber> numbers) {
        var id = prepare.begin(agent, BulkAct.ANSWER, numbers).orElseThrow();
        assertThat(prepare.say(agent, id, 0, words(ANSWER))).isTrue();
        return id;
    }

    private static PrepareBatch.Wanted words(String words) {
        return new PrepareBatch.Wanted(Optional.empty(), Optional.empty(), Optional.of(words));
    }

    private void run(BatchId id) {
        works.run(batches.byId(id).orElseThrow().work().orElseThrow());
    }

    private RequestStatus status(RequestNumber number) {
        return read.seenBy(agent, number).orElseThrow().request().status();
    }

    @Test
    void nothingHappensBeforeItIsDecidedAndEachOnceAfter() {
        var numbers = requests(25);
        var id = answering(numbers);
        assertThat(numbers).allMatch(number -> status(number) == RequestStatus.RECEIVED);

        assertThat(prepare.start(agent, id, 1)).isTrue();
        assertThat(numbers).allMatch(number -> status(number) == RequestStatus.RECEIVED);

        run(id);
        run(id);
        assertThat(numbers).allMatch(number -> status(number) == RequestStatus.ANSWERED);
        assertThat(batches.results(id)).containsExactly(Map.entry(LineResult.DONE, 25));
        assertThat(numbers)
                .allSatisfy(number -> assertThat(
                                read.seenBy(agent, number).orElseThrow().story())
                        .filteredOn(told -> told.words().filter(ANSWER::equals).isPresent())
                        .hasSize(1));
    }

    @Test
    void itBeginsTenMinutesAfterItWasDecided() {
        var id = answering(requests(1));
        prepare.start(agent, id, 1);

        var batch = batches.byId(id).orElseThrow();
        var due = jdbc.sql("select execution_time from ground.job where task_instance = ?")
                .param(batch.work().orElseThrow().value() + "/1")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
        assertThat(due)
                .isBetween(
                        batch.startsAt().orElseThrow().minusSeconds(5),
                        batch.startsAt().orElseThrow().plusSeconds(5));
        assertThat(Duration.between(batch.madeAt(), due)).isGreaterThanOrEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void whatIsHeldBackInTimeNeverLeaves() {
        var numbers = requests(2);
        var id = answering(numbers);
        prepare.start(agent, id, 1);
        var work = batches.byId(id).orElseThrow().work().orElseThrow();

        assertThat(prepare.holdBack(agent, id)).isTrue();
        works.run(work);

        assertThat(numbers).allMatch(number -> status(number) == RequestStatus.RECEIVED);
        assertThat(batches.byId(id).orElseThrow().state()).isEqualTo(BatchState.READY);
        assertThat(prepare.holdBack(agent, id)).isFalse();
        assertThat(prepare.start(agent, id, batches.byId(id).orElseThrow().version()))
                .isTrue();
        run(id);
        assertThat(numbers).allMatch(number -> status(number) == RequestStatus.ANSWERED);
    }

    @Test
    void twoWindowsThatDecideAtOnceAskForOneWorkWhichIsHeldBack() {
        var numbers = requests(3);
        var id = answering(numbers);

        var begun = IntStream.range(0, 4)
                .parallel()
                .filter(each -> prepare.start(agent, id, 1))
                .count();

        assertThat(begun).isEqualTo(1);
        assertThat(prepare.holdBack(agent, id)).isTrue();
        assertThat(jdbc.sql("select state from ground.work where kind = ? and asked_by = ?")
                        .params(BulkWork.KIND, agent.account().value())
                        .query(String.class)
                        .list())
                .containsExactly("cancelled");
    }

    @Test
    void aRequestThatChangedMeanwhileIsLeftAloneAndTheOthersAreDone() {
        var numbers = requests(3);
        var id = answering(numbers);
        prepare.start(agent, id, 1);
        handle.take(agent, new Seen(numbers.get(1), 0));

        run(id);

        assertThat(status(numbers.get(0))).isEqualTo(RequestStatus.ANSWERED);
        assertThat(status(numbers.get(1))).isEqualTo(RequestStatus.IN_PROGRESS);
        assertThat(status(numbers.get(2))).isEqualTo(RequestStatus.ANSWERED);
        assertThat(batches.results(id)).containsEntry(LineResult.CHANGED, 1).containsEntry(LineResult.DONE, 2);
    }

    @Test
    void thePreviewSaysWhatCannotBeDoneAndHowPeopleAreTold() {
        var answered = request(Contact.NONE);
        handle.answer(agent, new Seen(answered, 0), "Déjà");
        var byLetter = request(new Contact(
                AnswerWay.LETTER,
                Optional.of("Mme Martin"),
                Optional.empty(),
                Optional.empty(),
                Optional.of("1 rue Neuve")));
        var id = answering(Stream.concat(requests(2).stream(), Stream.of(answered, byLetter))
                .toList());

        assertThat(batches.ahead(id)).containsEntry(LineResult.DONE, 3).containsEntry(LineResult.NOT_NOW, 1);
        assertThat(batches.ways(id)).containsEntry(AnswerWay.EMAIL, 2).containsEntry(AnswerWay.LETTER, 1);
        assertThat(body(get("/agents/ensemble/" + id.value())))
                .contains(
                        "3 demandes recevront la réponse",
                        "1 personne attend un courrier",
                        ANSWER,
                        "1 demande restera comme elle est");
    }

    @Test
    void aRequestOfAnotherUnitIsNotEvenTakenIn() {
        var stranger = staff.agent(Role.CASE_OFFICER, "eclairage-public");

        assertThat(prepare.begin(stranger, BulkAct.ANSWER, requests(1))).isEmpty();
    }

    @Test
    void whoLostTheRightMeanwhileDoesNothing() {
        var numbers = requests(2);
        var id = answering(numbers);
        prepare.start(agent, id, 1);
        jdbc.sql("delete from city.post where account_id = ?")
                .param(agent.account().value())
                .update();

        run(id);

        assertThat(batches.results(id)).containsExactly(Map.entry(LineResult.NOT_YOURS, 2));
    }

    @Test
    void aBatchIsItsAgentsAlone() {
        var id = answering(requests(1));
        var colleague = staff.agent(Role.CASE_OFFICER, TRIAGE);

        assertThat(mvc.get().uri("/agents/ensemble/" + id.value()).with(signedIn(colleague)))
                .hasStatus(404);
        assertThat(mvc.post()
                        .uri("/agents/ensemble/" + id.value() + "/lancer")
                        .param("version", "1")
                        .with(csrf())
                        .with(signedIn(colleague)))
                .hasStatus(404);
        assertThat(batches.byId(id).orElseThrow().state()).isEqualTo(BatchState.READY);
    }

    @Test
    void whoOnlyReadsHandlesNothingTogether() {
        var reader = staff.agent(Role.RECEPTION_AGENT, TRIAGE);
        var numbers = requests(1);

        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> prepare.begin(reader, BulkAct.ANSWER, numbers));
        assertThat(body(mvc.get().uri("/agents").with(signedIn(reader)).exchange()))
                .doesNotContain("Traiter plusieurs demandes ensemble");
    }

    @Test
    void manyAreGivenToOneColleagueWhereTheyWork() {
        var colleague = staff.agent(Role.CASE_OFFICER, TRIAGE);
        var elsewhere = staff.agent(Role.CASE_OFFICER, "eclairage-public");
        var numbers = requests(2);
        var id = prepare.begin(agent, BulkAct.ASSIGN, numbers).orElseThrow();

        prepare.say(
                agent,
                id,
                0,
                new PrepareBatch.Wanted(Optional.of(elsewhere.account()), Optional.empty(), Optional.empty()));
        assertThat(batches.ahead(id)).containsExactly(Map.entry(LineResult.NOT_A_COLLEAGUE, 2));
        assertThat(prepare.start(agent, id, 1)).isFalse();

        prepare.say(
                agent,
                id,
                1,
                new PrepareBatch.Wanted(Optional.of(colleague.account()), Optional.empty(), Optional.empty()));
        prepare.start(agent, id, 2);
        run(id);
        assertThat(numbers)
                .allSatisfy(number -> assertThat(read.seenBy(agent, number)
                                .orElseThrow()
                                .request()
                                .heldBy())
                        .contains(colleague.account()));
    }

    @Test
    void fourMachinesAtOnceAnswerNobodyTwice() {
        var numbers = requests(45);
        var id = answering(numbers);
        prepare.start(agent, id, 1);
        var work = batches.byId(id).orElseThrow().work().orElseThrow();

        IntStream.range(0, 4).parallel().forEach(each -> {
            try {
                works.run(work);
            } catch (RuntimeException putOut) {
                // another one has the work: its portion counts
            }
        });
        works.run(work);

        assertThat(book.byId(work).orElseThrow().state()).isEqualTo(WorkState.DONE);
        assertThat(numbers)
                .allSatisfy(number -> assertThat(
                                read.seenBy(agent, number).orElseThrow().story())
                        .filteredOn(told -> told.words().filter(ANSWER::equals).isPresent())
                        .hasSize(1));
    }

    @Test
    void inTheBrowserFromTheQueueToTheEnd() {
        var numbers = requests(2);
        assertThat(body(get("/agents"))).contains("Traiter plusieurs demandes ensemble");
        assertThat(page(get("/agents?choisir=oui")).select("input[name=number]"))
                .isNotEmpty();
        assertThat(redirect(post("/agents/ensemble/repondre", "query", "vue=mine")))
                .isEqualTo("/agents?vue=mine&choisir=rien#liste");
        assertThat(body(get("/agents?choisir=rien"))).contains("Cochez au moins une demande");

        var address = redirect(post(
                "/agents/ensemble/repondre",
                "number",
                numbers.get(0).toString(),
                "number",
                numbers.get(1).toString(),
                "number",
                "<script>"));
        assertThat(body(get(address))).contains("Vous avez choisi 2 demandes");
        assertThat(body(post(address, "version", "0"))).contains("Écrivez la réponse, ou choisissez une réponse type");
        assertThat(typed(post(address, "version", "0", "words", "x".repeat(10_001)), "words"))
                .hasSize(10_001);
        assertThat(post(address, "version", "0", "words", ANSWER)).hasRedirectedUrl(address);
        assertThat(post(address, "version", "0", "words", "dans un autre onglet"))
                .hasRedirectedUrl(address + "?tard=oui");
        assertThat(post(address + "/modifier", "version", "1")).hasRedirectedUrl(address);
        assertThat(typed(get(address), "words")).isEqualTo(ANSWER);
        assertThat(post(address, "version", "2", "words", ANSWER)).hasRedirectedUrl(address);
        assertThat(post(address + "/lancer", "version", "3")).hasRedirectedUrl(address);
        assertThat(body(get(address))).contains("Les réponses partent le", "Ne rien faire partir");
        assertThat(body(get("/agents"))).contains("Les réponses partent le");
        assertThat(post(address + "/abandonner")).hasRedirectedUrl(address + "?tard=oui");

        run(new BatchId(UUID.fromString(address.substring(address.lastIndexOf('/') + 1))));
        assertThat(body(get(address))).contains("2 demandes traitées sur 2");
        assertThat(body(get("/agents/ensemble"))).contains("2 demandes traitées sur 2");
    }

    @Test
    void allThatTheFiltersFindCanBeTaken() {
        var numbers = requests(3);
        numbers.forEach(number -> handle.take(agent, new Seen(number, 0)));

        var address = redirect(post("/agents/ensemble/confier", "all", "true", "query", "vue=mine"));

        assertThat(body(get(address)))
                .contains("Vous avez choisi 3 demandes")
                .contains(numbers.stream().map(RequestNumber::toString).toList());
    }

    @Test
    void noMoreThanFiveHundredAreTaken() {
        var forged = new ArrayList<String>();
        IntStream.range(0, 2_000).forEach(each -> forged.addAll(List.of("number", "K7M-4PX-3TN")));

        assertThat(redirect(post("/agents/ensemble/repondre", forged.toArray(String[]::new))))
                .isEqualTo("/agents?choisir=rien#liste");
    }

    private MvcTestResult get(String address) {
        return mvc.get().uri(address).with(signedIn(agent)).exchange();
    }

    private MvcTestResult post(String address, String... fields) {
        var request = mvc.post().uri(address).with(csrf()).with(signedIn(agent));
        for (var i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }
}
