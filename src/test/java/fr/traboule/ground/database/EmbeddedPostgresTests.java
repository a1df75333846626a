package fr.traboule.ground.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTests {

    @TempDir
    Path root;

    private Path spaced;
    private DataFolder folder;
    private Secrets secrets;
    private EmbeddedPostgres postgres;

    @BeforeEach
    void start() {
        spaced = root.resolve("données de la ville");
        folder = DataFolder.take(spaced);
        secrets = new Secrets(folder);
        postgres = EmbeddedPostgres.start(folder, secrets);
    }

    @AfterEach
    void stop() {
        postgres.close();
        folder.close();
    }

    @Test
    void whatIsCommittedIsOnDiskBeforeAnybodyIsTold() throws SQLException {
        assertThat(setting("fsync")).isEqualTo("on");
        assertThat(setting("synchronous_commit")).isEqualTo("on");
        assertThat(setting("full_page_writes")).isEqualTo("on");
        assertThat(setting("data_checksums")).isEqualTo("on");
    }

    @Test
    void theServerListensToThisMachineOnly() throws SQLException {
        assertThat(setting("listen_addresses")).isEqualTo("127.0.0.1");
    }

    @Test
    void dataLastBetweenRuns() throws SQLException {
        execute("create table kept (word text); insert into kept values ('traboule')");

        postgres.close();
        postgres = EmbeddedPostgres.start(folder, secrets);

        assertThat(query("select word from kept")).isEqualTo("traboule");
    }

    @Test
    void aServerThatIsKilledIsStartedAgainAndNothingIsLost() throws Exception {
        execute("create table kept (word text); insert into kept values ('traboule')");

        kill(postmaster());

        assertThat(waitForQuery("select word from kept")).isEqualTo("traboule");
    }

    @Test
    void aSecondProgramOnTheSameFolderIsRefusedInASentence() {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> DataFolder.take(spaced))
                .withMessageContaining("already running on the data folder")
                .withMessageContaining("--data");
    }

    @Test
    void dataOfAnotherMajorVersionAreRefusedInASentence() throws Exception {
        postgres.close();
        var version = spaced.resolve("postgresql/PG_VERSION");
        var real = Files.readString(version);
        Files.writeString(version, "15\n");

        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> EmbeddedPostgres.start(folder, secrets))
                .withMessageContaining("PostgreSQL 15");

        Files.writeString(version, real);
        postgres = EmbeddedPostgres.start(folder, secrets);
    }

    @Test
    void secretsAreReadableByTheirOwnerAlone() throws Exception {
        assertThat(Files.getPosixFilePermissions(spaced.resolve("secrets.properties")))
                .allMatch(permission -> permission.name().startsWith("OWNER"));
    }

    private long postmaster() throws Exception {
        return Long.parseLong(
                Files.readAllLines(spaced.resolve("postgresql/postmaster.pid")).getFirst());
    }

    private static void kill(long process) throws Exception {
        new ProcessBuilder("kill", "-9", Long.toString(process)).start().waitFor();
    }

    private String setting(String name) throws SQLException {
        return query("show " + name);
    }

    private String waitForQuery(String sql) throws InterruptedException {
        var until = Instant.now().plus(Duration.ofSeconds(30));
        while (true) {
            try {
                return query(sql);
            } catch (SQLException notYet) {
                assertThat(Instant.now()).as("the server comes back").isBefore(until);
                Thread.sleep(100);
            }
        }
    }

    private String query(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + postgres.port() + "/postgres", "postgres", secrets.get("superuser"));
    }
}
