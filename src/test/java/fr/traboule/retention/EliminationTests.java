package fr.traboule.retention;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.traboule.StaffFixture;
import fr.traboule.WholeProgramTest;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Role;
import fr.traboule.ground.files.FileCheck;
import fr.traboule.ground.files.FileStore;
import fr.traboule.ground.works.AskForWork;
import fr.traboule.ground.works.NewWork;
import fr.traboule.ground.works.WorkFixture;
import fr.traboule.requests.ArchiveRequests;
import fr.traboule.requests.RequestFixture;
import fr.traboule.requests.RequestNumber;
import fr.traboule.retention.DecideElimination.Outcome;
import fr.traboule.web.NotFound;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;

/** What may be destroyed, by whom, and what is left of it. */
@WholeProgramTest
class EliminationTests {

    @Autowired
    KeptFixture fixture;

    @Autowired
    ProposeElimination propose;

    @Autowired
    DecideElimination decide;

    @Autowired
    KeptRequests kept;

    @Autowired
    Proposals proposals;

    @Autowired
    ArchiveRequests archiveRequests;

    @Autowired
    StaffFixture staff;

    @Autowired
    WorkFixture works;

    @Autowired
    AskForWork askForWork;

    @Autowired
    FileStore requestsFiles;

    @Autowired
    FileStore paperFiles;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    @Qualifier("ownerDataSource")
    DataSource owner;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    private Actor.Agent officer;
    private Actor.Agent archivist;

    @BeforeEach
    void people() {
        officer = fixture.officer();
        archivist = fixture.archivist();
    }

    @Test
    void aListHasWhatIsPastItsTimeByAConfirmedRuleOnly() {
        var due = fixture.due();
        var young = fixture.answered(KeptFixture.LAMP, fixture.today().minusMonths(20));
        var unconfirmed = fixture.answered("question-generale", fixture.today().minusMonths(100));
        var forEver = fixture.answered("suggestion", fixture.today().minusMonths(100));
        fixture.archive();

        assertThat(numbers(proposed())).contains(due).doesNotContain(young, unconfirmed, forEver);
        assertThat(propose.ready(officer).unconfirmed()).isPositive();
    }

    @Test
    void nothingIsOnTwoLists() {
        var due = fixture.due();
        var first = proposed();
        fixture.due();
        var second = proposed();

        assertThat(numbers(first)).contains(due);
        assertThat(numbers(second)).doesNotContain(due);
    }

    @Test
    void whoProposesDoesNotApproveNeitherHereNorInTheDatabase() {
        fixture.due();
        var list = propose.propose(archivist).orElseThrow();

        assertThat(sign(archivist, list)).isEqualTo(Outcome.OWN);
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> transaction.executeWithoutResult(
                        status -> proposals.sign(list, visa(archivist, Optional.of("V-1")), clock.instant())))
                .withMessageContaining("Who proposes does not approve");
        assertThat(sign(fixture.archivist(), list)).isEqualTo(Outcome.DONE);
        assertThat(sign(fixture.archivist(), list)).as("once").isEqualTo(Outcome.NOT_NOW);
    }

    @Test
    void theVisaHasAReferenceWhereARuleAsksForIt() {
        fixture.due();
        var list = proposed();

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> decide.sign(archivist, list, fixture.today(), "Quelqu’un", Optional.empty()))
                .withMessageContaining("The visa has a reference");
        assertThat(state(list)).isEqualTo(ProposalState.PROPOSED);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"ARCHIVIST", "DATA_PROTECTION_OFFICER", "RESIDENT"},
            mode = EnumSource.Mode.EXCLUDE)
    void othersNeitherSeeNorProposeNorDecide(Role role) {
        fixture.due();
        var list = proposed();
        var other = staff.agent(role);

        for (Callable<?> act : List.<Callable<?>>of(
                () -> propose.ready(other),
                () -> propose.propose(other),
                () -> sign(other, list),
                () -> decide.refuse(other, list, "Non"),
                () -> decide.takeOut(other, list, List.of(), OutReason.KEEP),
                () -> decide.carryOut(other, list))) {
            assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(act::call);
        }
        assertThatExceptionOfType(AccessDeniedException.class)
                .as("the officer proposes, and does not approve")
                .isThrownBy(() -> sign(officer, list));
    }

    /** The role with which the program works, whatever the program says. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from requests.statement",
                "update requests.statement set description = ''",
                "delete from requests.message",
                "update requests.message set words = ''",
                "delete from requests.request",
                "update requests.request set destroyed_at = now() where archived_at is not null",
                "delete from requests.search_entry",
                "delete from requests.outbox",
                "delete from requests.opinion",
                "select requests.destroy_content(array(select id from requests.request), now())",
                "insert into retention.certificate select * from retention.certificate",
                "update retention.certificate set requests = 0",
                "delete from retention.certificate",
                "update retention.visa set signatory = 'X'",
                "delete from retention.visa",
                "update retention.proposal set state = 'signed'",
                "delete from retention.proposal_entry",
                "update retention.proposal_entry set destroyed_at = now()",
                "update retention.proposal set proposed_by = proposed_by",
                "delete from retention.hold",
                "truncate retention.visa"
            })
    void theDatabaseRefusesTheApplicationToDestroyOrToForge(String sql) {
        fixture.due();

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> run(sql))
                .havingRootCause()
                .withMessageMatching("(?s).*(permission denied|without a visa|only ever added to).*");
    }

    private void run(String sql) {
        if (sql.startsWith("select")) {
            jdbc.sql(sql).query((row, number) -> 0).list();
        } else {
            jdbc.sql(sql).update();
        }
    }

    @Test
    void nothingIsDestroyedOfAListWithoutAVisa() {
        var due = fixture.due();
        var list = proposed();

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> proposals.destroyNext(list, 10, clock.instant()))
                .withMessageContaining("Nothing is destroyed without a visa");
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> jdbc.sql("select retention.sign(?, now())")
                        .param(list.value())
                        .query((row, number) -> 0)
                        .list());
        assertThat(decide.carryOut(officer, list)).isEmpty();
        assertThat(fixture.isDestroyed(due)).isFalse();
    }

    @Test
    void whatIsOnASignedListIsAddedToNoMore() {
        fixture.due();
        var list = signed();
        var later = fixture.due();

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(
                        () -> jdbc.sql("""
                                insert into retention.proposal_entry (proposal_id, request_id, number, unit_id, received_at, ended_at, rule_code)
                                select ?, id, number, unit_id, received_at, ended_at, 'x' from requests.request where number = ?
                                """).params(list.value(), later.signs()).update())
                .withMessageContaining("added to no more");
    }

    @Test
    void aFileOfARequestIsNotRemovedByTheApplication() {
        var number = fixture.due();
        attach(number, "plain.txt");

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> jdbc.sql("delete from requests.file where owner_id = ?")
                        .param(id(number))
                        .update());
    }

    @Test
    void destroyedItLeavesNoWordAnywhere() {
        var token = "x" + UUID.randomUUID().toString().replace("-", "");
        var number = fixture.answered(
                KeptFixture.LAMP,
                fixture.today().minusMonths(24),
                "Je suis " + token,
                RequestFixture.byEmail(token + "@example.org"));
        var id = id(number);
        say(number, token);
        attach(number, token + ".txt");
        fixture.archive();
        kept.consult(archivist, number, ConsultReason.AUDIT, Optional.of("Dossier " + token));
        kept.hold(archivist, number, HoldReason.LITIGATION, Optional.of("Affaire " + token));
        kept.letGo(archivist, number);
        assertThat(placesOf(token))
                .contains(
                        "requests.statement.description",
                        "requests.statement.email",
                        "requests.message.words",
                        "requests.file.name",
                        "requests.file.content",
                        "requests.outbox.message",
                        "requests.search_entry.words",
                        "reception.caller.name",
                        "paper.letter.name",
                        "paper.file.content",
                        "correspondence.mailbox.words",
                        "retention.hold.words",
                        "retention.consultation.words");
        var before = statistics();

        var list = signed();
        carryOut(list);

        assertThat(fixture.isDestroyed(number)).isTrue();
        assertThat(placesOf(token)).isEmpty();
        assertThat(rowsOf(id)).as("only ids, codes and instants").containsExactlyInAnyOrder("request", "unit_period");
        assertThat(statistics()).isEqualTo(before);
        rebuildTheSearch();
        assertThat(rowsOf(id)).as("nor made again").containsExactlyInAnyOrder("request", "unit_period");
        assertThat(facts(number)).startsWith("received").endsWith("archived", "destroyed");
    }

    @Test
    void theCertificateTellsWhatWasDestroyedNoMoreAndNoLess() throws Exception {
        var destroyed = List.of(fixture.due(), fixture.due());
        var keptForEver = fixture.due();
        var list = proposed();
        assertThat(decide.takeOut(archivist, list, List.of(id(keptForEver)), OutReason.KEEP))
                .isEqualTo(Outcome.DONE);
        sign(archivist, list);

        carryOut(list);

        var certificate = proposals.certificate(list).orElseThrow();
        assertThat(certificate.signatory()).isEqualTo("Jeanne Martin, directrice");
        assertThat(certificate.visaBy()).isEqualTo(archivist.account());
        assertThat(certificate.proposedBy()).isEqualTo(officer.account());
        assertThat(certificate.takenOut()).isEqualTo(1);
        assertThat(state(list)).isEqualTo(ProposalState.DONE);
        var numbers = proposals.destroyedNumbers(list);
        assertThat(numbers)
                .hasSize(certificate.requests())
                .contains(destroyed.getFirst().signs(), destroyed.getLast().signs())
                .doesNotContain(keptForEver.signs());
        var text = numbers.stream().sorted().map(number -> number + "\n").collect(joining());
        assertThat(certificate.digest())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8))));
        assertThat(fixture.isDestroyed(keptForEver)).isFalse();
        fixture.due();
        assertThat(numbers(proposed())).as("never proposed again").doesNotContain(keptForEver);
    }

    /** Killed in a portion, it is undone; killed between two, it goes on. */
    @Test
    void stoppedInTheMiddleItGoesOnAndTheCertificateIsExact() {
        var numbers = Stream.generate(fixture::due).limit(5).toList();
        var list = signed();

        transaction.executeWithoutResult(status -> {
            archiveRequests.tellDestroyed(officer, proposals.destroyNext(list, 2, clock.instant()));
            status.setRollbackOnly();
        });
        assertThat(proposals.extent(list).destroyed()).isZero();
        transaction.executeWithoutResult(
                status -> archiveRequests.tellDestroyed(officer, proposals.destroyNext(list, 2, clock.instant())));
        assertThat(proposals.extent(list).destroyed()).isEqualTo(2);
        assertThatExceptionOfType(DataAccessException.class)
                .as("no certificate before the end")
                .isThrownBy(() -> proposals.certify(list, clock.instant()));

        carryOut(list);

        assertThat(numbers).allMatch(fixture::isDestroyed);
        assertThat(proposals.certificate(list).orElseThrow().requests())
                .isEqualTo(proposals.destroyedNumbers(list).size());
        for (var number : numbers) {
            assertThat(facts(number).stream().filter("destroyed"::equals)).hasSize(1);
        }
        carryOutAgain(list);
    }

    private void carryOutAgain(ProposalId list) {
        assertThat(decide.carryOut(officer, list)).as("it is done").isEmpty();
    }

    @Test
    void heldItComesOffTheListAndWaits() {
        var held = fixture.due();
        var list = signed();

        assertThat(kept.hold(archivist, held, HoldReason.LITIGATION, Optional.empty()))
                .isTrue();
        assertThat(kept.hold(archivist, held, HoldReason.MEDIATION, Optional.empty()))
                .as("once")
                .isFalse();
        carryOut(list);

        assertThat(fixture.isDestroyed(held)).isFalse();
        assertThat(outReason(list, held)).contains("held");
        fixture.due();
        assertThat(numbers(proposed())).doesNotContain(held);
        kept.letGo(archivist, held);
        assertThat(numbers(proposed())).contains(held);
    }

    @Test
    void openedAgainWhileProposedItComesOffTheList() {
        var back = fixture.due();
        var other = fixture.due();
        var list = signed();

        assertThat(kept.bringBack(archivist, back, "Un recours")).isTrue();
        carryOut(list);

        assertThat(outReason(list, back)).contains("reopened");
        assertThat(fixture.isDestroyed(back)).isFalse();
        assertThat(fixture.isDestroyed(other)).isTrue();
    }

    /** Whoever comes second finds what the first did: a request is opened again or destroyed, never both. */
    @Test
    void openedAgainAtTheVeryMomentItIsOneOrTheOther() throws Exception {
        for (var round = 0; round < 10; round++) {
            var number = fixture.due();
            var list = signed();
            var start = new CountDownLatch(1);
            try (var threads = Executors.newFixedThreadPool(2)) {
                var back = threads.submit(() -> {
                    start.await();
                    try {
                        return kept.bringBack(archivist, number, "Un recours");
                    } catch (NotFound gone) {
                        return false;
                    }
                });
                var gone = threads.submit(() -> {
                    start.await();
                    return transaction.execute(status -> {
                        var destroyed = proposals.destroyNext(list, 100, clock.instant());
                        archiveRequests.tellDestroyed(officer, destroyed);
                        return destroyed.size();
                    });
                });
                start.countDown();
                gone.get();
                assertThat(back.get()).isNotEqualTo(fixture.isDestroyed(number));
            }
            carryOut(list);
        }
    }

    @Test
    void refusedAllOfItMayBeProposedAgain() {
        var due = fixture.due();
        var list = proposed();

        assertThat(decide.refuse(archivist, list, "À trier d’abord")).isEqualTo(Outcome.DONE);

        assertThat(state(list)).isEqualTo(ProposalState.REFUSED);
        assertThat(sign(archivist, list)).isEqualTo(Outcome.NOT_NOW);
        assertThat(numbers(proposed())).contains(due);
    }

    private ProposalId proposed() {
        return propose.propose(officer).orElseThrow();
    }

    private ProposalId signed() {
        var list = proposed();
        assertThat(sign(archivist, list)).isEqualTo(Outcome.DONE);
        return list;
    }

    private Outcome sign(Actor.Agent agent, ProposalId list) {
        return decide.sign(agent, list, fixture.today(), "Jeanne Martin, directrice", Optional.of("V-2026-1"));
    }

    private Proposal.Visa visa(Actor.Agent agent, Optional<String> reference) {
        return new Proposal.Visa(agent.account(), fixture.today(), "Quelqu’un", reference);
    }

    private void carryOut(ProposalId list) {
        var work = decide.carryOut(officer, list).orElseThrow();
        while (works.run(work)) {}
        assertThat(state(list)).isEqualTo(ProposalState.DONE);
    }

    private ProposalState state(ProposalId list) {
        return proposals.byId(list).orElseThrow().state();
    }

    private List<RequestNumber> numbers(ProposalId list) {
        return proposals.entries(list, "", ProposeElimination.MOST).stream()
                .map(ProposalEntry::number)
                .toList();
    }

    private Optional<String> outReason(ProposalId list, RequestNumber number) {
        return proposals.entries(list, "", ProposeElimination.MOST).stream()
                .filter(entry -> entry.number().equals(number))
                .findFirst()
                .orElseThrow()
                .out()
                .map(OutReason::code);
    }

    private UUID id(RequestNumber number) {
        return UUID.fromString(fixture.column(number, "id").orElseThrow());
    }

    private void attach(RequestNumber number, String name) {
        var content = name.getBytes(UTF_8);
        var file = requestsFiles.store(new FileCheck.Accepted(name, "text/plain", content), clock.instant());
        requestsFiles.attach(List.of(file.id()), id(number));
    }

    /** In all the places where words of a request may stand. */
    private void say(RequestNumber number, String token) {
        var id = id(number);
        var note = UUID.randomUUID();
        jdbc.sql(
                        "insert into requests.message (id, request_id, kind, words, written_at) values (?, ?, 'note', ?, now())")
                .params(note, id, "Note " + token)
                .update();
        jdbc.sql("""
                        insert into requests.opinion (id, request_id, unit_id, asked_by, asked_at, due_on, question_id)
                        select gen_random_uuid(), id, unit_id, ?, now(), current_date, ? from requests.request where id = ?
                        """).params(officer.account().value(), note, id).update();
        var message = UUID.randomUUID();
        jdbc.sql("""
                        insert into requests.outbox (id, subject_id, kind, message, state, due_at, attempts)
                        values (?, ?, 'email', jsonb_build_object('text', ?::text), 'failed', now(), 1)
                        """).params(message, id, token).update();
        jdbc.sql("""
                        insert into correspondence.mailbox (id, recipient, subject, words, sent_at) values (?, 'a', 'b', ?, now())
                        """).params(message, token).update();
        var call = UUID.randomUUID();
        jdbc.sql("""
                        insert into reception.call_back (id, unit_id, request_number, sensitive, language, day, from_time, until_time,
                                                         due_at, state, tries, asked_at, version)
                        select ?, unit_id, number, false, 'fr', current_date, '09:00', '12:00', now(), 'done', 0, now(), 0
                          from requests.request where id = ?
                        """).params(call, id).update();
        jdbc.sql("insert into reception.caller (call_back_id, phone, name, words) values (?, '0600000000', ?, ?)")
                .params(call, token, token)
                .update();
        jdbc.sql("""
                        insert into paper.letter (id, arrival_key, name, size, stamped_on, registered_at, unit_id, condition, state,
                                                  decided_at, version)
                        select id, uuid_send(id), ?, 1, current_date, now(), unit_id, 'unreadable', 'filed', now(), 0
                          from requests.request where id = ?
                        """).params(token + ".pdf", id).update();
        var scan = paperFiles.store(
                new FileCheck.Accepted(token + ".pdf", "application/pdf", token.getBytes(UTF_8)), clock.instant());
        paperFiles.attach(List.of(scan.id()), id);
        var joined = UUID.randomUUID();
        jdbc.sql("""
                        insert into paper.letter (id, arrival_key, name, size, stamped_on, registered_at, unit_id, condition, state,
                                                  decided_at, joined_to, version)
                        select ?, uuid_send(?), ?, 1, current_date, now(), unit_id, 'unreadable', 'joined', now(), id, 0
                          from requests.request where id = ?
                        """).params(joined, joined, "suite-" + token + ".pdf", id).update();
        var more = paperFiles.store(
                new FileCheck.Accepted(token + ".pdf", "application/pdf", token.getBytes(UTF_8)), clock.instant());
        paperFiles.attach(List.of(more.id()), joined);
        var resident = UUID.randomUUID();
        jdbc.sql("""
                        insert into residents.resident (id, basis, language, answer_way, needs, kept_at, version)
                        values (?, 'wish', 'fr', 'none', '{}', now(), 0)
                        """).param(resident).update();
        jdbc.sql("insert into requests.resident_link (request_id, resident_id, linked_at) values (?, ?, now())")
                .params(id, resident)
                .update();
    }

    /** Every column of words, documents or bytes in the whole database in which that stands. */
    private List<String> placesOf(String token) {
        var database = JdbcClient.create(owner);
        var columns = database.sql("""
                        select format('%I.%I', c.table_schema, c.table_name) || ' ' || quote_ident(c.column_name) || ' ' || c.udt_name
                          from information_schema.columns c
                          join information_schema.tables t using (table_schema, table_name)
                         where t.table_type = 'BASE TABLE' and c.table_schema not in ('pg_catalog', 'information_schema')
                           and c.udt_name in ('text', '_text', 'varchar', 'bpchar', 'json', 'jsonb', 'bytea', 'tsvector', 'xml')
                        """).query(String.class).list();
        var found = new ArrayList<String>();
        for (var column : columns) {
            var parts = column.split(" ");
            var text = parts[2].equals("bytea") ? "encode(%s, 'escape')".formatted(parts[1]) : parts[1] + "::text";
            if (database.sql("select exists (select from %s where %s like ?)".formatted(parts[0], text))
                    .param("%" + token + "%")
                    .query(Boolean.class)
                    .single()) {
                found.add(parts[0] + "." + parts[1]);
            }
        }
        return found;
    }

    /** Tables of requests that have a row of that request, besides its facts and the looks at it. */
    private List<String> rowsOf(UUID id) {
        var database = JdbcClient.create(owner);
        return database.sql("""
                        select c.table_name || ' ' || c.column_name
                          from information_schema.columns c
                          join information_schema.tables t using (table_schema, table_name)
                         where c.table_schema = 'requests' and t.table_type = 'BASE TABLE'
                           and (c.column_name in ('request_id', 'owner_id') or (c.column_name = 'subject_id' and c.table_name = 'outbox')
                                or (c.table_name, c.column_name) = ('request', 'id'))
                        """).query(String.class).list().stream()
                .map(pair -> pair.split(" "))
                .filter(pair -> database.sql(
                                "select exists (select from requests.%s where %s = ?)".formatted(pair[0], pair[1]))
                        .param(id)
                        .query(Boolean.class)
                        .single())
                .map(pair -> pair[0])
                .toList();
    }

    private void rebuildTheSearch() {
        var work = askForWork
                .ask(staff.agent(Role.ADMINISTRATOR), NewWork.of("requests.rebuild-search"))
                .id();
        while (works.run(work)) {}
    }

    /** What a yearly report counts. */
    private List<String> statistics() {
        return jdbc.sql("""
                        select concat_ws(' ', nature, channel, subject_id, unit_id, area_code, status, language,
                                         date_trunc('month', received_at), date_trunc('month', ended_at), count(*))
                          from requests.request
                         group by nature, channel, subject_id, unit_id, area_code, status, language,
                                  date_trunc('month', received_at), date_trunc('month', ended_at)
                         order by 1
                        """).query(String.class).list();
    }

    private List<String> facts(RequestNumber number) {
        return jdbc.sql("select kind from requests.history where subject_id = ? order by id")
                .param(id(number))
                .query(String.class)
                .list();
    }
}
