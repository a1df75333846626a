package fr.traboule.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import fr.traboule.Telephone;
import fr.traboule.ground.bucket.S3Server;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ./start}, as a person at a terminal uses it. */
@Tag("full")
@Timeout(600)
class StartTests {

    /** « nobody », who is there on every Debian. */
    private static final String OTHER_USER = "65534";

    @TempDir
    Path folder;

    @Test
    void theFirstStartShowsTheDemonstrationAndTheSecondKeepsWhatIsThere() throws Exception {
        var data = folder.resolve("mes données");
        try (var first = StartedProgram.start(data)) {
            assertThat(first.output())
                    .contains(
                            "Loading the city, 1 of 2",
                            "Traboule is ready: " + first.url(),
                            "admin@demo.example",
                            "Data folder: " + data);
            assertThat(get(first.url() + "/")).contains("Que voulez-vous faire");
        }
        try (var second = StartedProgram.start(data)) {
            assertThat(second.output()).doesNotContain("Loading").contains("admin@demo.example");
            assertThat(get(second.url() + "/demarches/lampadaire-eteint")).contains("Lampadaire");
        }
    }

    @Test
    void aSecondStartOnTheSameFolderSaysSoAndHarmsNothing() throws Exception {
        try (var first = StartedProgram.start(folder.resolve("data"));
                var second = launch(folder.resolve("data"), StartedProgram.freePort())) {
            assertThat(second.awaitEnd()).isEqualTo(1);
            assertThat(second.output())
                    .contains("Another Traboule is already running on the data folder")
                    .doesNotContain("Exception", "\tat ");
            assertThat(get(first.url() + "/")).contains("Que voulez-vous faire");
        }
    }

    @Test
    void aBusyPortIsSaidBeforeAnythingIsStarted() throws Exception {
        try (var busy = new ServerSocket(0);
                var program = launch(folder.resolve("data"), busy.getLocalPort())) {
            assertThat(program.awaitEnd()).isEqualTo(1);
            assertThat(program.output())
                    .contains("Port " + busy.getLocalPort() + " is used by another program")
                    .doesNotContain("Exception");
            assertThat(folder.resolve("data/postgresql")).doesNotExist();
        }
    }

    @Test
    void aStoreOfFilesThatRefusesIsSaidInASentence() throws Exception {
        try (var store = S3Server.start(folder.resolve("store"));
                var program = StartedProgram.launch(
                        Path.of("").toAbsolutePath(),
                        folder.resolve("data"),
                        StartedProgram.freePort(),
                        List.of(),
                        Map.of(
                                "TRABOULE_FILES_S3_ENDPOINT",
                                store.endpoint(),
                                "TRABOULE_FILES_S3_BUCKET",
                                "files",
                                "TRABOULE_FILES_S3_KEY",
                                S3Server.KEY,
                                "TRABOULE_FILES_S3_SECRET",
                                "the wrong secret"))) {
            assertThat(program.awaitEnd()).isEqualTo(1);
            assertThat(program.output())
                    .contains("refuses this account", "TRABOULE_FILES_S3_SECRET")
                    .doesNotContain("the wrong secret", "\tat ");
        }
    }

    @Test
    void aFolderThatCannotBeUsedIsSaidInASentence() throws Exception {
        var file = Files.writeString(folder.resolve("file"), "not a folder");
        try (var program = launch(file.resolve("data"), StartedProgram.freePort())) {
            assertThat(program.awaitEnd()).isEqualTo(1);
            assertThat(program.output()).contains("cannot be made by this user").doesNotContain("\tat ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TERM", "INT"})
    void askedToStopItLeavesNothingBehind(String signal) throws Exception {
        assumeThat(StartedProgram.ignoresInterrupts() && signal.equals("INT"))
                .as("what runs these tests in the background keeps Ctrl-C from them and from what they start")
                .isFalse();
        var program = StartedProgram.start(folder.resolve("data"), "--empty");
        var postmaster = program.postmaster();

        program.signal(signal);

        assertThat(program.awaitEnd()).isIn(0, 128 + 15, 128 + 2);
        assertThat(StartedProgram.isGone(postmaster)).isTrue();
        assertThat(folder.resolve("data/postgresql/postmaster.pid")).doesNotExist();
    }

    @Test
    void emptyItOffersToCreateTheFirstAdministratorOnce() throws Exception {
        try (var program = StartedProgram.start(folder.resolve("data"), "--empty")) {
            var link = program.output()
                    .lines()
                    .filter(line -> line.contains("/premier-compte/"))
                    .findFirst()
                    .orElseThrow();
            var address = link.substring(link.indexOf("http"));
            var visit = new Visit(program.url());

            assertThat(visit.get(address)).contains("Premier compte");
            assertThat(visit.get("/")).contains("Que voulez-vous faire");
            assertThat(visit.get("/signaler")).contains("Signaler un problème");
            assertThat(visit.post(address, "name", "Ada", "email", "ada@demo.example", "password", "short"))
                    .contains("au moins 12 caractères");
            visit.post(address, "name", "Ada", "email", "ada@demo.example", "password", "a long enough password");

            assertThat(visit.status(address)).isEqualTo(404);
            visit.get("/connexion");
            var setUp = visit.post("/connexion", "email", "ada@demo.example", "password", "a long enough password");
            assertThat(setUp).contains("Protéger votre compte avec un code");
            var secret = setUp.replaceAll("(?s).*class=\"app-secret\" dir=\"ltr\">([^<]+)<.*", "$1");
            assertThat(visit.post("/connexion/second-facteur", "code", Telephone.code(secret, Instant.now())))
                    .contains("Gardez vos codes de secours");
            assertThat(visit.get("/administration")).contains("Horaires à vérifier");
        }
    }

    @Test
    void aCityOfOnesOwnIsLoadedOrRefusedWithItsLine() throws Exception {
        var city = Files.createDirectories(folder.resolve("city"));
        Files.writeString(
                city.resolve("organisations.csv"),
                "code,kind,name_fr,website,phone,address,source\nville,city,Ville de Trifouilly,,,,\n");
        Files.writeString(
                city.resolve("units.csv"), "code,parent,organisation,name_fr,phone,office\naccueil,,ville,Accueil,,\n");
        Files.writeString(city.resolve("city.json"), """
                {"code": "00000", "name": "Trifouilly", "school_zone": "B", "languages": ["fr"], "promise_days": 5,
                 "brand": "#1b4b8f", "link": "#1b4b8f", "triage_unit": "accueil", "complaint_unit": "accueil"}
                """);
        try (var program = StartedProgram.start(folder.resolve("data"), "--city", city.toString())) {
            assertThat(get(program.url() + "/")).contains("Trifouilly").doesNotContain("Lyon", "English");
        }

        Files.writeString(
                city.resolve("units.csv"),
                "code,parent,organisation,name_fr,phone,office\naccueil,,personne,Accueil,,\n");
        try (var refused = launch(folder.resolve("data"), StartedProgram.freePort(), "--city", city.toString())) {
            assertThat(refused.awaitEnd()).isEqualTo(1);
            assertThat(refused.output()).contains("units.csv, line 2").doesNotContain("\tat ");
        }
    }

    @Test
    void itWorksForAnOrdinaryUserToo() throws Exception {
        assumeThat(System.getProperty("user.name"))
                .as("only root can become somebody else")
                .isEqualTo("root");
        var home = worldReadable(Path.of("/tmp").toRealPath());
        var data = Files.createDirectory(home.resolve("home")).resolve("data");
        new ProcessBuilder("chown", "-R", OTHER_USER + ":" + OTHER_USER, home.toString())
                .start()
                .waitFor();
        var become = List.of("setpriv", "--reuid=" + OTHER_USER, "--regid=" + OTHER_USER, "--clear-groups");

        for (var start = 1; start <= 2; start++) {
            try (var program = StartedProgram.launch(home, data, StartedProgram.freePort(), become)) {
                program.awaitReady();
                assertThat(get(program.url() + "/")).contains("Que voulez-vous faire");
            }
        }
    }

    /** What was built, without its sources, where everybody can read it. */
    private static Path worldReadable(Path parent) throws Exception {
        var home = Files.createTempDirectory(parent, "traboule-");
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.createDirectories(home.resolve("target"));
        for (var part : List.of("start", "bin", "target/app")) {
            new ProcessBuilder("cp", "-r", part, home.resolve(part).toString())
                    .start()
                    .waitFor();
        }
        return home;
    }

    private static StartedProgram launch(Path data, int port, String... options) throws IOException {
        return StartedProgram.launch(Path.of("").toAbsolutePath(), data, port, List.of(), options);
    }

    private static String get(String address) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }
}
