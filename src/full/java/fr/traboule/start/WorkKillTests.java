package fr.traboule.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A long work goes on where it was, whatever was killed in the middle of it, and has effect once. */
@Tag("full")
@Timeout(600)
class WorkKillTests {

    private static final int REQUESTS = 40_000;

    /** So that a machine that is gone is missed within seconds. */
    private static final Map<String, String> SHORT_HEARTBEATS = Map.of("DB_SCHEDULER_HEARTBEAT_INTERVAL", "500ms");

    private static final int LONGER_THAN_MISSED = 3_500;
    /** The demonstration city has had works of other kinds. */
    private static final String REBUILDING = "ground.work where kind = 'requests.rebuild-search'";

    private static final String DONE = "select done_count from " + REBUILDING;

    private interface Database {

        Connection open() throws IOException, SQLException;
    }

    @TempDir
    Path folder;

    @Test
    void aRebuildingKilledTwiceIsDoneOnceAndWhole() throws Exception {
        var program = StartedProgram.start(folder.resolve("data"), SHORT_HEARTBEATS);
        manyRequestsWithoutSearch(program::database);
        askForTheRebuilding(program);

        waitUntil(program::database, done -> done > REQUESTS / 8);
        program.signal("KILL");
        assertThat(StartedProgram.isGone(program.pid())).isTrue();

        var again = StartedProgram.start(folder.resolve("data"), SHORT_HEARTBEATS);
        var before = number(again::database, DONE);
        assertThat(before).isBetween(REQUESTS / 8L, REQUESTS - 1L);
        waitUntil(again::database, done -> done > before + REQUESTS / 8);
        var postmaster = again.postmaster();
        again.signal("KILL");
        StartedProgram.kill("KILL", postmaster);
        assertThat(StartedProgram.isGone(again.pid())).isTrue();

        try (var last = StartedProgram.start(folder.resolve("data"), SHORT_HEARTBEATS)) {
            waitUntilDone(last::database);
            assertThatEachRequestWasDoneOnce(last::database);
        }
    }

    /** The worst kind of death: a machine that is taken for dead, and comes back in the middle of what it did. */
    @Test
    void twoMachinesThatFallSilentInTurnDoItOnce() throws Exception {
        try (var host = StartedProgram.start(folder.resolve("host"), "--empty")) {
            var environment = new HashMap<>(OutsideDatabaseTests.prepare(host));
            environment.putAll(SHORT_HEARTBEATS);
            var secret = "a secret of the test";
            try (var database = host.database();
                    var statement = database.createStatement()) {
                statement.execute("create role tester superuser login password '%s'".formatted(secret));
            }
            var url = environment.get("TRABOULE_DATABASE_URL");
            Database outside = () -> DriverManager.getConnection(url, "tester", secret);
            try (var one = StartedProgram.start(folder.resolve("one"), environment);
                    var other = StartedProgram.start(folder.resolve("other"), environment)) {
                manyRequestsWithoutSearch(outside);
                askForTheRebuilding(one);
                waitUntil(outside, done -> done > 0);

                var machines = List.of(one, other);
                for (var turn = 0;
                        number(outside, "select count(*) from " + REBUILDING + " and ended_at is null") > 0;
                        turn++) {
                    var silent = machines.get(turn % machines.size());
                    silent.signal("STOP");
                    Thread.sleep(LONGER_THAN_MISSED);
                    silent.signal("CONT");
                    Thread.sleep(LONGER_THAN_MISSED / 5);
                }

                assertThatEachRequestWasDoneOnce(outside);
            }
        }
    }

    private static void assertThatEachRequestWasDoneOnce(Database database) {
        assertThat(number(database, "select count(*) from " + REBUILDING + " and state = 'done'"))
                .isEqualTo(1);
        assertThat(number(database, DONE))
                .as("no portion was done twice")
                .isEqualTo(number(database, "select count(*) from requests.request"));
        assertThat(number(database, """
                select count(*) from requests.request r
                  left join requests.search_entry e on e.request_id = r.id and e.words @@ plainto_tsquery('ground.fr', r.number)
                 where r.channel = 'test' and e.request_id is null
                """)).as("requests that cannot be found").isZero();
    }

    private static void askForTheRebuilding(StartedProgram program) throws Exception {
        var visit = new Visit(program.url());
        visit.get("/connexion");
        visit.post("/connexion", "email", "admin@demo.example", "password", DemonstrationAccount.PASSWORD);
        visit.get("/administration/travaux");
        assertThat(visit.post("/administration/travaux", "start", "requests.rebuild-search"))
                .contains("Reconstruire les files et la recherche");
    }

    private static void manyRequestsWithoutSearch(Database where) throws Exception {
        try (var database = where.open();
                var statement = database.createStatement()) {
            statement.execute("""
                    insert into requests.request (id, number, nature, channel, unit_id, organisation_id, status, language, received_at, due_on, version)
                    select gen_random_uuid(), 'mot' || i, 'report', 'test', unit.id, unit.organisation_id, 'received', 'fr', now(), current_date, 0
                      from generate_series(1, %d) as i, (select id, organisation_id from city.unit limit 1) as unit
                    """.formatted(REQUESTS));
            statement.execute("""
                    insert into requests.statement (request_id, description, answer_way)
                    select id, number, 'none' from requests.request where channel = 'test'
                    """);
        }
    }

    private static void waitUntil(Database database, LongPredicate done) throws Exception {
        while (!done.test(number(database, DONE))) {
            Thread.sleep(20);
        }
    }

    private static void waitUntilDone(Database database) throws Exception {
        while (number(database, "select count(*) from " + REBUILDING + " and ended_at is null") > 0) {
            Thread.sleep(100);
        }
    }

    private static long number(Database where, String sql) {
        try (var database = where.open();
                var statement = database.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
