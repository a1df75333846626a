package fr.traboule.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Invariant I4: once a person has been shown a number, the request survives the kill of any process. */
@Tag("full")
@Timeout(900)
class KillTests {

    private static final int CREATIONS = 1_000;
    private static final int AT_ONCE = 32;

    @TempDir
    Path folder;

    private final List<String> shown = new CopyOnWriteArrayList<>();
    private final AtomicInteger tried = new AtomicInteger();

    @Test
    void theProgramKilledInTheMiddleLosesNothing() throws Exception {
        var program = StartedProgram.start(folder.resolve("data"));
        var postmaster = program.postmaster();

        creations(program, () -> program.signal("KILL"));

        assertThat(StartedProgram.isGone(postmaster)).as("no orphan is left").isTrue();
        try (var again = StartedProgram.start(folder.resolve("data"))) {
            assertThatEachNumberIsThereExactlyOnce(again);
        }
    }

    @Test
    void theDatabaseKilledInTheMiddleLosesNothingAndComesBackByItself() throws Exception {
        try (var program = StartedProgram.start(folder.resolve("data"))) {
            var postmaster = program.postmaster();

            creations(program, () -> StartedProgram.kill("KILL", postmaster));

            assertThat(tried.get()).isEqualTo(CREATIONS);
            assertThatEachNumberIsThereExactlyOnce(program);
            assertThat(new Visit(program.url()).get("/signaler")).contains("Signaler un problème");
        }
    }

    @Test
    void bothKilledInTheMiddleLoseNothing() throws Exception {
        var program = StartedProgram.start(folder.resolve("data"));
        var postmaster = program.postmaster();

        creations(program, () -> {
            program.signal("KILL");
            StartedProgram.kill("KILL", postmaster);
        });

        try (var again = StartedProgram.start(folder.resolve("data"))) {
            assertThatEachNumberIsThereExactlyOnce(again);
        }
    }

    private interface Blow {

        void strike() throws Exception;
    }

    /** A thousand people file a request, many at once; the blow falls when a third of them have their number. */
    private void creations(StartedProgram program, Blow blow) throws Exception {
        try (var people = Executors.newFixedThreadPool(AT_ONCE)) {
            for (var i = 0; i < CREATIONS; i++) {
                people.submit(() -> create(program.url()));
            }
            while (shown.size() < CREATIONS / 3) {
                Thread.sleep(5);
            }
            blow.strike();
            people.shutdown();
            assertThat(people.awaitTermination(10, TimeUnit.MINUTES)).isTrue();
        }
        assertThat(shown.size()).isGreaterThan(CREATIONS / 4);
    }

    private void create(String url) {
        tried.incrementAndGet();
        try {
            var visit = new Visit(url);
            visit.get("/signaler");
            visit.post("/signaler", "description", "Un trou dans la chaussée");
            visit.post("/signaler/reponse", "way", "NONE");
            visit.post("/signaler/verification");
            var address = visit.at().getPath();
            if (address.matches("/suivi/.*/recu")) {
                shown.add(address.split("/")[2].replace("-", ""));
            }
        } catch (IOException | InterruptedException refused) {
            // Nobody was shown a number.
        }
    }

    private void assertThatEachNumberIsThereExactlyOnce(StartedProgram program) throws Exception {
        try (var database = program.database();
                var query = database.prepareStatement("""
                        select count(*) from requests.request r
                          join requests.statement s on s.request_id = r.id
                          join requests.search_entry e on e.request_id = r.id
                          join requests.history h on h.subject_id = r.id
                          join requests.unit_period p on p.request_id = r.id
                         where r.number = ?
                        """)) {
            for (var number : shown) {
                query.setString(1, number);
                try (var row = query.executeQuery()) {
                    row.next();
                    assertThat(row.getInt(1)).as(number).isEqualTo(1);
                }
            }
        }
    }
}
