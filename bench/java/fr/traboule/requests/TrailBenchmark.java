package fr.traboule.requests;

import fr.traboule.ground.history.PersonalTrail.Search;
import fr.traboule.ground.history.ReadAccessLog;
import fr.traboule.start.StartedProgram;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * The log of accesses of a city after two years: a million looks, three hundred thousand requests, more than a hundred thousand
 * people, some of whom write every day. Measures the search for one person as it was, walking the log, and as it is.
 */
final class TrailBenchmark {

    private static final int REPEATED = 30;

    /** Each table as it fills: people write once, a few times, or all the time; agents look more at what is recent. */
    private static final List<String> DATA = List.of("""
            select ground.ensure_access_log_month('requests', month)
              from generate_series(timestamptz '2024-12-01', timestamptz '2026-11-01', interval '1 month') as month
            """, """
            create temporary table made as
            select gen_random_uuid() as id, i,
                   case when i % 1000 = 0 then 'every-day@example.org'
                        when i % 100 < 3 then 'every-week-' || i % 1000 || '@example.org'
                        else 'person-' || (hashint4(i) & 131071) || '@example.org' end as email,
                   timestamptz '2024-12-01' + i * interval '3.5 minutes' as received_at
              from generate_series(1, 300000) as i
            """, """
            insert into requests.request (id, number, nature, channel, unit_id, organisation_id, status, language, received_at, due_on, version)
            select made.id, 'B' || i, 'report', 'web', unit.id, unit.organisation_id, 'closed', 'fr', received_at, received_at::date + 10, 0
              from made, (select id, organisation_id from city.unit limit 1) as unit
            """, """
            insert into requests.statement (request_id, description, answer_way, email, phone)
            select id, 'Un trou dans la chaussée devant l’école', 'email', email, '+336' || lpad((hashtext(email) & 67108863)::text, 8, '0')
              from made
            """, """
            insert into requests.access_log (id, subject_id, account_id, what, why, seen_at)
            select gen_random_uuid(), m.id, ('00000000-0000-7000-8000-' || lpad((hashint4(j) & 255)::text, 12, '0'))::uuid, 'page', 'unit',
                   m.received_at + (hashint4(-j) & 16383) * interval '1 minute'
              from generate_series(1, 1000000) as j
              join made m on m.i = 1 + (hashint4(j * 7) & 2147483647) % 300000
            """, "vacuum analyze");

    /** As it was: the log from its end, until enough lines are found that are the person's. */
    private static final String WALKING = """
            select l.id, l.seen_at, l.account_id, l.what, l.why, r.number
              from requests.access_log l join requests.request r on r.id = l.subject_id
             where (l.seen_at, l.id) < (:beforeAt, :beforeId) and l.seen_at >= :from and l.seen_at < :until
               and l.subject_id in (
                   select request_id from requests.statement where lower(email) = lower(:person)
                   union
                   select request_id from requests.statement
                    where length(requests.digits(:person)) >= 6 and requests.digits(phone) = requests.digits(:person))
             order by l.seen_at desc, l.id desc
             limit :most
            """;

    private final JdbcClient jdbc;

    private TrailBenchmark(Connection database) {
        jdbc = JdbcClient.create(new SingleConnectionDataSource(database, true));
    }

    static void main(String[] arguments) throws Exception {
        var folder = Files.createTempDirectory("traboule-bench");
        try (var program = StartedProgram.start(folder.resolve("data"));
                var database = program.database()) {
            fill(database);
            var benchmark = new TrailBenchmark(database);
            benchmark.table();
            benchmark.plans();
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static void fill(Connection database) throws SQLException {
        try (var statement = database.createStatement()) {
            for (var sql : DATA) {
                statement.execute(sql);
            }
        }
    }

    private void table() {
        System.out.println("| person | requests | looks | before, ms | blocks | now, ms | blocks |");
        System.out.println("|---|---|---|---|---|---|---|");
        for (var person : List.of(person(1), person(3), "every-day@example.org", "nobody@example.org")) {
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %d | %d | %.1f | %d | %.1f | %d |%n",
                    person.replaceAll("person-\\d+", "somebody"),
                    count("select count(*) from requests.statement where email = ?", person),
                    count(
                            "select count(*) from requests.access_log join requests.statement on request_id = subject_id where email = ?",
                            person),
                    median(WALKING, person),
                    blocks(WALKING, person),
                    median(now(), person),
                    blocks(now(), person));
        }
    }

    private void plans() {
        for (var sql : List.of(WALKING, now())) {
            System.out.println();
            asked("explain (analyze, buffers) " + sql, person(3))
                    .query(String.class)
                    .list()
                    .forEach(System.out::println);
        }
    }

    private static String now() {
        var search = new Search(
                Optional.empty(), Optional.of("person"), Optional.empty(), Optional.empty(), Optional.empty());
        return ReadAccessLog.sql("requests", RequestTrail.SCHEMA.subjects(search), false);
    }

    /** Somebody who wrote that often. */
    private String person(int requests) {
        return jdbc.sql(
                        "select email from requests.statement where email like 'person-%' group by email having count(*) = ? order by email limit 1")
                .param(requests)
                .query(String.class)
                .single();
    }

    private long count(String sql, String person) {
        return jdbc.sql(sql).param(person).query(Long.class).single();
    }

    private double median(String sql, String person) {
        var took = new double[REPEATED];
        for (var i = 0; i < REPEATED; i++) {
            var before = System.nanoTime();
            asked(sql, person).query((row, number) -> row.getString("what")).list();
            took[i] = (System.nanoTime() - before) / 1e6;
        }
        Arrays.sort(took);
        return took[REPEATED / 2];
    }

    /** Of eight kilobytes, read from memory or from the disk. */
    private long blocks(String sql, String person) {
        var plan = JsonMapper.shared()
                .readTree(asked("explain (analyze, buffers, format json) " + sql, person)
                        .query(String.class)
                        .single())
                .get(0)
                .get("Plan");
        return plan.get("Shared Hit Blocks").asLong()
                + plan.get("Shared Read Blocks").asLong();
    }

    private JdbcClient.StatementSpec asked(String sql, String person) {
        return jdbc.sql(sql)
                .param("beforeAt", Timestamp.from(Instant.parse("9999-12-31T00:00:00Z")))
                .param("beforeId", new UUID(-1, -1))
                .param("person", person)
                .param("from", Timestamp.from(Instant.EPOCH))
                .param("until", Timestamp.from(Instant.parse("9999-12-31T00:00:00Z")))
                .param("most", 51);
    }
}
