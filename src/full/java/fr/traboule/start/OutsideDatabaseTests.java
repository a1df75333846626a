package fr.traboule.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A PostgreSQL that the city runs, prepared as docs/operations.md says; two instances of the program on it. */
@Tag("full")
@Timeout(300)
class OutsideDatabaseTests {

    private static final Pattern PREPARATION = Pattern.compile("```sql\\n(create role .*?)```", Pattern.DOTALL);

    @TempDir
    Path folder;

    @Test
    void twoInstancesServeOneCityAndStartNoDatabase() throws Exception {
        try (var host = StartedProgram.start(folder.resolve("host"), "--empty")) {
            var environment = prepare(host);
            try (var one = StartedProgram.start(folder.resolve("one"), environment);
                    var other = StartedProgram.start(folder.resolve("other"), environment)) {
                assertThat(folder.resolve("one/postgresql")).doesNotExist();

                var visit = new Visit(one.url());
                visit.get("/signaler");
                visit.post("/signaler", "description", "Un trou dans la chaussée");
                visit.post("/signaler/reponse", "way", "NONE");
                var receipt = visit.post("/signaler/verification");
                var number = visit.at().getPath().split("/")[2];
                var code = receipt.replaceAll("(?s).*class=\"app-number\">([^<]+)<.*", "$1");

                assertThat(new Visit(other.url()).get("/suivi/" + number + "?code=" + code))
                        .contains("Un trou dans la chaussée");
                assertThat(other.output()).doesNotContain("Loading the city");
            }
        }
    }

    /** Runs the statements of the documentation, under names that the host does not use. */
    static Map<String, String> prepare(StartedProgram host) throws Exception {
        var documentation = PREPARATION.matcher(Files.readString(Path.of("docs/operations.md")));
        assertThat(documentation.find()).isTrue();
        try (var superuser = host.database();
                var statement = superuser.createStatement()) {
            for (var sql : documentation.group(1).replace("traboule", "outside").split(";")) {
                if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
            var server = superuser.getMetaData().getURL().replaceAll("/traboule$", "/outside");
            return Map.of(
                    "TRABOULE_DATABASE_URL", server,
                    "TRABOULE_DATABASE_OWNER_USERNAME", "outside_owner",
                    "TRABOULE_DATABASE_OWNER_PASSWORD", "first secret",
                    "TRABOULE_DATABASE_APP_USERNAME", "outside_app",
                    "TRABOULE_DATABASE_APP_PASSWORD", "second secret",
                    "TRABOULE_DATABASE_MEDIATION_USERNAME", "outside_mediation",
                    "TRABOULE_DATABASE_MEDIATION_PASSWORD", "third secret",
                    "TRABOULE_SECRET_KEY", "the same on every machine, and long enough");
        }
    }
}
