package fr.traboule.retention;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.traboule.StaffFixture;
import fr.traboule.WholeProgramTest;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Role;
import fr.traboule.ground.files.FileCheck;
import fr.traboule.ground.files.FileStore;
import fr.traboule.ground.works.AskForWork;
import fr.traboule.ground.works.NewWork;
import fr.traboule.ground.works.WorkFixture;
import fr.traboule.requests.RequestFixture;
import fr.traboule.requests.RequestNumber;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Of a request that was destroyed no word is left in the whole database, and nothing brings it back. */
@WholeProgramTest
class NothingIsLeftTests {

    @Autowired
    KeptFixture fixture;

    @Autowired
    EliminationFixture lists;

    @Autowired
    KeptRequests kept;

    @Autowired
    StaffFixture staff;

    @Autowired
    WorkFixture works;

    @Autowired
    AskForWork askForWork;

    @Autowired
    FileStore paperFiles;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    @Qualifier("ownerDataSource")
    DataSource owner;

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
    void destroyedItLeavesNoWordAnywhere() {
        var token = "x" + UUID.randomUUID().toString().replace("-", "");
        var number = fixture.answered(
                KeptFixture.LAMP,
                fixture.today().minusMonths(24),
                "Je suis " + token,
                RequestFixture.byEmail(token + "@example.org"));
        var id = fixture.id(number);
        say(number, token);
        fixture.attach(number, token + ".txt");
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

        var list = lists.signed(officer, archivist);
        lists.carryOut(officer, list);

        assertThat(fixture.isDestroyed(number)).isTrue();
        assertThat(placesOf(token)).isEmpty();
        assertThat(rowsOf(id)).as("only ids, codes and instants").containsExactlyInAnyOrder("request", "unit_period");
        assertThat(statistics()).isEqualTo(before);
        rebuildTheSearch();
        assertThat(rowsOf(id)).as("nor made again").containsExactlyInAnyOrder("request", "unit_period");
        assertThat(fixture.facts(number)).startsWith("received").endsWith("archived", "destroyed");
    }

    /** In all the places where words of a request may stand. */
    private void say(RequestNumber number, String token) {
        var id = fixture.id(number);
        var note = UUID.randomUUID();
        jdbc.sql(
                        "insert into requests.message (id, request_id, kind, words, written_at) values (?, ?, 'note', ?, now())")
                .params(note, id, "Note " + token)
                .update();
        jdbc.sql("""
                        insert into requests.opinion (id, request_id, unit_id, asked_by, asked_at, due_on, question_id)
                        select gen_random_uuid(), id, unit_id, ?, now(), current_date, ? from requests.request where id = ?
                        """).params(officer.account().value(), note, id).update();
        jdbc.sql("""
                        insert into requests.delivery (id, request_id, unit_id, kind, notice, message_id, state, asked_at)
                        select gen_random_uuid(), id, unit_id, 'letter', 'answer', ?, 'replaced', now()
                          from requests.request where id = ?
                        """).params(note, id).update();
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
}
