package fr.traboule.requests;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.traboule.bench.Recorder;
import fr.traboule.start.StartedProgram;
import fr.traboule.start.Visit;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.util.FileSystemUtils;

/**
 * The pages that agents live on, on a million requests: one head of a department, then of all of them, one page after the
 * other, over HTTP on the loopback interface. Beside each, the same page of the small demonstration city before it was filled.
 */
final class DeskBenchmark {

    private static final Path PLANS = Path.of("bench/plans");
    private static final int WARM_UP = 40;
    private static final int REPEATED = 200;

    /** A fixed mix: a word in over one request in twenty, a name with a common word, a typing mistake, a rare word, a street. */
    private static final List<String> SEARCHES = List.of(
            "lampadaire",
            "Martin école",
            "lampadère",
            "Nguyen Fatima",
            "trottoir étroit boulangerie",
            "dossier 3e8",
            "place Bellecour");

    private final JdbcClient jdbc;
    private final Visit visit;

    private DeskBenchmark(JdbcClient jdbc, Visit visit) {
        this.jdbc = jdbc;
        this.visit = visit;
    }

    static void main(String[] arguments) throws Exception {
        var folder = Files.createTempDirectory("traboule-bench");
        var data = folder.resolve("data");
        try {
            try (var program = StartedProgram.start(data);
                    var database = program.database()) {
                var benchmark = new DeskBenchmark(
                        JdbcClient.create(new SingleConnectionDataSource(database, true)), signedIn(program.url()));
                var small = benchmark.measure();
                MillionRequests.fill(database);
                var department = benchmark.measure();
                benchmark.giveTheWholeCity();
                print(small, department, benchmark.measure());
            }
            keepPlans(data);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    /** From then on the head of the department heads all of them. */
    private void giveTheWholeCity() {
        jdbc.sql("""
                        insert into city.post (account_id, unit_id)
                        select a.id, u.id from ground.account a, city.unit u
                         where a.email = 'responsable@demo.example' and u.parent_id is null
                        on conflict do nothing
                        """).update();
    }

    private record Measured(String name, double median, double slow) {}

    private interface Page {

        void see(int time) throws Exception;
    }

    private List<Measured> measure() throws Exception {
        var numbers = numbers();
        var people = people();
        return List.of(
                measure("queue, first page", time -> visit.get("/agents")),
                measure("the team", time -> visit.get("/agents/equipe")),
                measure("queue, those who asked again", time -> visit.get("/agents?vue=chased")),
                measure(
                        "one request, with what may be the same",
                        time -> visit.get("/agents/demandes/" + numbers.get(time % numbers.size()))),
                measure(
                        "who is there: by telephone",
                        time -> find(visit, people.get(time % people.size()).phone())),
                measure(
                        "who is there: by e-mail",
                        time -> find(visit, people.get(time % people.size()).email())),
                measure(
                        "who is there: by name",
                        time -> find(visit, people.get(time % people.size()).name())),
                measure("search, the fixed mix", time -> search(visit, SEARCHES.get(time % SEARCHES.size()))));
    }

    /** Beside the figures: how the database reads each page, for whoever sees the whole city. */
    private static void keepPlans(Path data) throws Exception {
        try (var recorder = new Recorder(data, StartedProgram.freePort());
                var database = StartedProgram.database(data)) {
            var benchmark = new DeskBenchmark(
                    JdbcClient.create(new SingleConnectionDataSource(database, true)), new Visit("http://localhost"));
            var number = benchmark.numbers().getFirst();
            var person = benchmark.people().getFirst();
            keepPlan(recorder, database, "queue", seen -> seen.get("/agents"));
            keepPlan(recorder, database, "team", seen -> seen.get("/agents/equipe"));
            keepPlan(recorder, database, "request", seen -> seen.get("/agents/demandes/" + number));
            keepPlan(recorder, database, "person-by-telephone", seen -> find(seen, person.phone()));
            keepPlan(recorder, database, "person-by-e-mail", seen -> find(seen, person.email()));
            keepPlan(recorder, database, "person-by-name", seen -> find(seen, person.name()));
            for (var words : SEARCHES) {
                var name = "search-" + words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
                keepPlan(recorder, database, name, seen -> search(seen, words));
            }
        }
    }

    private interface Seen {

        void by(Visit visit) throws Exception;
    }

    private static void keepPlan(Recorder recorder, Connection database, String name, Seen page) throws Exception {
        var recording = recorder.record(url -> {
            var agent = signedIn(url);
            page.by(agent);
            return Set.of();
        });
        Files.createDirectories(PLANS);
        Files.writeString(PLANS.resolve(name + ".txt"), recording.plans(database));
    }

    private static Visit signedIn(String url) throws Exception {
        var visit = new Visit(url);
        visit.get("/connexion");
        visit.post("/connexion", "email", "responsable@demo.example", "password", "traboule-demonstration");
        return visit;
    }

    private static void find(Visit visit, String who) throws Exception {
        visit.post("/agents/nouvelle", "chercher", "who", "who", who);
    }

    private static void search(Visit visit, String words) throws Exception {
        visit.get("/agents/recherche?mots=" + URLEncoder.encode(words, UTF_8));
    }

    private Measured measure(String name, Page page) throws Exception {
        visit.get("/agents/nouvelle");
        for (var time = 0; time < WARM_UP; time++) {
            page.see(time);
        }
        var took = new double[REPEATED];
        for (var time = 0; time < REPEATED; time++) {
            var before = System.nanoTime();
            page.see(WARM_UP + time);
            took[time] = (System.nanoTime() - before) / 1e6;
        }
        Arrays.sort(took);
        return new Measured(name, took[REPEATED / 2], took[REPEATED * 95 / 100]);
    }

    private static void print(List<Measured> small, List<Measured> department, List<Measured> city) {
        System.out.println("| page | small city: median ms | 95 % ms | a million, a department: median ms | 95 % ms |"
                + " a million, the whole city: median ms | 95 % ms |");
        System.out.println("|---|---|---|---|---|---|---|");
        for (var row = 0; row < small.size(); row++) {
            var line = new StringBuilder("| ").append(small.get(row).name()).append(" |");
            for (var measured : List.of(small.get(row), department.get(row), city.get(row))) {
                line.append(String.format(Locale.ROOT, " %.1f | %.1f |", measured.median(), measured.slow()));
            }
            System.out.println(line);
        }
    }

    /** Open ones that this agent sees, spread over the time in which they came. */
    private List<String> numbers() {
        return jdbc.sql("""
                        with recursive mine as (
                            select p.unit_id from city.post p join ground.account a on a.id = p.account_id
                             where a.email = 'responsable@demo.example'
                            union
                            select u.id from city.unit u join mine on u.parent_id = mine.unit_id)
                        select r.number
                          from requests.search_entry e join requests.request r on r.id = e.request_id
                         where e.open and not e.sensitive and e.unit_id in (select unit_id from mine)
                         order by hashtext(r.number)
                         limit 500
                        """).query(String.class).list();
    }

    private record Person(String name, String email, String phone) {}

    private List<Person> people() {
        return jdbc.sql("""
                        select coalesce(name, 'Camille Martin') as name, coalesce(email, 'personne@example.org') as email,
                               coalesce(phone, '06 00 00 00 00') as phone
                          from requests.statement
                         order by request_id desc
                         limit 500
                        """).query(Person.class).list();
    }
}
