package fr.traboule.bench;

import com.zaxxer.hikari.HikariDataSource;
import fr.traboule.start.StartedProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** Runs everything but the micro-benchmarks and prints the tables of bench/README.md. */
final class Bench {

    private static final int PEOPLE = 16;
    private static final int ROUNDS = 3;
    private static final Duration WARM_UP = Duration.ofSeconds(15);
    private static final Duration TIME = Duration.ofSeconds(10);

    private Bench() {}

    /** One thing measured: over HTTP, and what the database does alone with its statements, if it needs any. */
    private record Subject(String name, Load.Act act, Optional<Recording> recording) {}

    static void main() throws Exception {
        var search = "/demarches?mots=lampad%C3%A8re";
        var folder = Files.createTempDirectory("traboule-bench");
        try {
            var firstStart = start(folder);
            var link = Visits.linkOfAReport(firstStart.program().url());
            firstStart.program().close();
            Recording searching;
            Recording following;
            Recording reporting;
            try (var recorder = new Recorder(folder.resolve("data"), StartedProgram.freePort())) {
                searching = recorder.record(url -> {
                    Visits.see(url + search);
                    return Set.of();
                });
                following = recorder.record(url -> {
                    Visits.follow(url, link);
                    return Set.of();
                });
                reporting = recorder.record(Visits::report);
            }
            var secondStart = start(folder);
            try (var program = secondStart.program();
                    var database = database(folder)) {
                System.out.printf(
                        Locale.ROOT,
                        "| time to first page | seconds |%n|---|---|%n| first start, empty folder | %.1f |%n| second start | %.1f |%n%n",
                        firstStart.seconds(),
                        secondStart.seconds());
                var idle = memory(program);
                table(
                        List.of(
                                new Subject(
                                        "style sheet (the server alone)",
                                        () -> Visits.see(program.url() + "/assets/traboule.css"),
                                        Optional.empty()),
                                new Subject("home page", () -> Visits.see(program.url() + "/"), Optional.empty()),
                                new Subject(
                                        "search for a procedure",
                                        () -> Visits.see(program.url() + search),
                                        Optional.of(searching)),
                                new Subject(
                                        "follow a request by its link (2 HTTP requests)",
                                        () -> Visits.follow(program.url(), link),
                                        Optional.of(following)),
                                new Subject(
                                        "report a problem (7 HTTP requests)",
                                        () -> Visits.report(program.url()),
                                        Optional.of(reporting))),
                        database);
                System.out.printf(
                        "%n| memory, MiB | program | PostgreSQL |%n|---|---|---|%n| just started | %s |%n| after the load | %s |%n",
                        idle, memory(program));
            }
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private record Started(StartedProgram program, double seconds) {}

    private static Started start(Path folder) throws Exception {
        var before = System.nanoTime();
        var program = StartedProgram.start(folder.resolve("data"));
        Visits.see(program.url() + "/");
        return new Started(program, (System.nanoTime() - before) / 1e9);
    }

    private static String memory(StartedProgram program) throws Exception {
        return Memory.of(program.pid()) + " | " + Memory.ofFamily(program.postmaster());
    }

    private static void table(List<Subject> subjects, DataSource database) throws Exception {
        System.out.println(
                "| what | per second | median ms | 99 % ms | statements (transactions) | database alone, per second | ratio, median (least to most) |");
        System.out.println("|---|---|---|---|---|---|---|");
        for (var subject : subjects) {
            System.out.println(measured(subject, database));
        }
    }

    /** The program and the database by turns, so that both see the same machine. */
    private static String measured(Subject subject, DataSource database) throws Exception {
        Load.run(PEOPLE, WARM_UP, subject.act());
        var program = new ArrayList<Load.Result>();
        var alone = new ArrayList<Load.Result>();
        for (var round = 0; round < ROUNDS; round++) {
            program.add(Load.run(PEOPLE, TIME, subject.act()));
            if (subject.recording().isPresent()) {
                var recording = subject.recording().get();
                alone.add(Load.run(PEOPLE, TIME, () -> recording.play(database)));
            }
        }
        var typical = program.stream()
                .sorted((one, other) -> Double.compare(one.perSecond(), other.perSecond()))
                .toList()
                .get(ROUNDS / 2);
        return String.format(
                Locale.ROOT,
                "| %s | %.0f | %.1f | %.1f | %s |",
                subject.name(),
                typical.perSecond(),
                typical.median(),
                typical.slow(),
                comparison(subject.recording().orElse(null), program, alone));
    }

    private static String comparison(
            @Nullable Recording recording, List<Load.Result> program, List<Load.Result> alone) {
        if (recording == null) {
            return "0 | – | –";
        }
        var rates = alone.stream().mapToDouble(Load.Result::perSecond).sorted().toArray();
        var ratios = new double[ROUNDS];
        for (var round = 0; round < ROUNDS; round++) {
            ratios[round] = program.get(round).perSecond() / alone.get(round).perSecond();
        }
        Arrays.sort(ratios);
        return String.format(
                Locale.ROOT,
                "%d (%d) | %.0f | %.2f (%.2f to %.2f)",
                recording.statements(),
                recording.transactions(),
                rates[ROUNDS / 2],
                ratios[ROUNDS / 2],
                ratios[0],
                ratios[ROUNDS - 1]);
    }

    /** The same database, as the same role, with as many connections. */
    private static HikariDataSource database(Path folder) throws Exception {
        var secrets = new Properties();
        try (var in = Files.newInputStream(folder.resolve("data/secrets.properties"))) {
            secrets.load(in);
        }
        var port = Files.readAllLines(folder.resolve("data/postgresql/postmaster.pid"))
                .get(3);
        var pool = new HikariDataSource();
        pool.setJdbcUrl("jdbc:postgresql://127.0.0.1:" + port + "/traboule");
        pool.setUsername("traboule_app");
        pool.setPassword(secrets.getProperty("app"));
        pool.setMaximumPoolSize(PEOPLE);
        return pool;
    }
}
