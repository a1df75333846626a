package fr.traboule.ground.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.traboule.WholeProgramTest;
import fr.traboule.ground.antivirus.AntivirusUnreachable;
import fr.traboule.ground.antivirus.TestClamd;
import fr.traboule.ground.bucket.Bucket;
import fr.traboule.ground.bucket.S3Server;
import fr.traboule.ground.files.FilesFixture.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of files that an antivirus looks at, wherever their bytes are, and of those that it cannot look at. */
@WholeProgramTest
class ScanFilesTests {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final Duration SHORT = Duration.ofMillis(500);

    @TempDir
    static Path folder;

    private static S3Server server;
    private static Bucket bucket;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private final UUID owner = UUID.randomUUID();
    private final List<Object> told = new CopyOnWriteArrayList<>();
    private final TestClamd clamd = TestClamd.start();

    @BeforeAll
    static void start() {
        server = S3Server.start(folder);
        bucket = server.bucket();
    }

    @AfterAll
    static void stop() {
        bucket.close();
        server.close();
    }

    @BeforeEach
    void noFiles() {
        clear();
    }

    @AfterEach
    void clear() {
        FilesFixture.forgetAll(jdbc);
        server.all().forEach(ScanFilesTests::delete);
    }

    @AfterEach
    void stopClamd() {
        clamd.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aFileIsNotOpenedBeforeItIsKnownToBeSafe(boolean inBucket) {
        var node = node(inBucket, NOW);
        var file = attached(node, "Bonjour");
        assertThat(state(node, file)).isEqualTo(FileState.PENDING);
        assertThat(node.store().read(file, owner)).get().isInstanceOf(FileStore.Closed.class);

        node.scan();

        assertThat(state(node, file)).isEqualTo(FileState.SAFE);
        assertThat(node.store().read(file, owner)).get().isInstanceOf(FileStore.Content.class);
        assertThat(told).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aDangerousOneIsSetAsideApartFromTheOthersAndTold(boolean inBucket) {
        var node = node(inBucket, NOW);
        var safe = attached(node, "Bonjour");
        var virus = attached(node, TestClamd.EICAR);

        node.scan();
        node.scan();

        assertThat(state(node, safe)).isEqualTo(FileState.SAFE);
        assertThat(node.store().read(virus, owner)).get().isInstanceOf(FileStore.Closed.class);
        assertThat(node.store().troubled().list(Optional.empty(), 10))
                .singleElement()
                .satisfies(trouble -> {
                    assertThat(trouble.file().id()).isEqualTo(virus);
                    assertThat(trouble.recognised()).contains("Eicar-Test-Signature");
                });
        assertThat(told).containsExactly(new FileSetAside("requests", owner, virus, NOW));
        if (inBucket) {
            assertThat(server.all())
                    .hasSize(2)
                    .filteredOn(object -> object.toString().contains("/quarantine/"))
                    .singleElement()
                    .satisfies(object ->
                            assertThat(object.toString()).contains(virus.value().toString()));
        } else {
            assertThat(count("file where content is not null")).isEqualTo(1);
            assertThat(count("file_quarantine")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void askedAgainItMayBeClearedAndComesBack(boolean inBucket) {
        var node = node(inBucket, NOW);
        var virus = attached(node, TestClamd.EICAR);
        node.scan();
        clamd.in(TestClamd.Mood.FINDS_NOTHING);

        assertThat(node.store().troubled().scanAgain(virus)).isTrue();
        assertThat(state(node, virus)).as("meanwhile").isEqualTo(FileState.QUARANTINED);
        node.scan();

        assertThat(text(node, virus)).isEqualTo(TestClamd.EICAR);
        assertThat(told).hasSize(2).last().isEqualTo(new FileCleared("requests", owner, virus, NOW));
        assertThat(count("file_quarantine")).isZero();
        assertThat(server.all()).hasSize(inBucket ? 1 : 0);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void somebodyLetsItGoOrHasItErasedAndNothingIsLeftBehind(boolean inBucket) {
        var node = node(inBucket, NOW);
        var released = attached(node, TestClamd.EICAR);
        var destroyed = attached(node, TestClamd.EICAR);
        node.scan();

        assertThat(in(() -> node.store().troubled().release(released))).isTrue();
        assertThat(in(() -> node.store().troubled().destroy(destroyed))).isTrue();

        assertThat(text(node, released)).isEqualTo(TestClamd.EICAR);
        assertThat(state(node, destroyed)).isEqualTo(FileState.DESTROYED);
        assertThat(count("file_quarantine")).isZero();
        assertThat(count("file where content is not null or object_key is not null"))
                .isEqualTo(1);
        assertThat(server.all()).hasSize(inBucket ? 1 : 0);
        assertThat(in(() -> node.store().troubled().release(destroyed))).isFalse();
        assertThat(in(() -> node.store().troubled().destroy(destroyed))).isFalse();
        assertThat(node.store().troubled().scanAgain(destroyed)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aDecisionThatIsUndoneChangesNothing(boolean inBucket) {
        var node = node(inBucket, NOW);
        var virus = attached(node, TestClamd.EICAR);
        node.scan();

        transaction.executeWithoutResult(status -> {
            node.store().troubled().release(virus);
            status.setRollbackOnly();
        });
        transaction.executeWithoutResult(status -> {
            node.store().troubled().destroy(virus);
            status.setRollbackOnly();
        });

        assertThat(state(node, virus)).isEqualTo(FileState.QUARANTINED);
        assertThat(server.all()).hasSize(inBucket ? 1 : 0);
        assertThat(in(() -> node.store().troubled().release(virus))).isTrue();
        assertThat(text(node, virus)).isEqualTo(TestClamd.EICAR);
    }

    @Test
    void whatIsSetAsideMovesToTheBucketAndBackAndStaysApart() {
        var database = node(false, NOW);
        var virus = attached(database, TestClamd.EICAR);
        database.scan();
        var bothWays = node(true, NOW);

        bothWays.mover().start();
        bothWays.move();
        assertThat(server.all()).singleElement().asString().contains("/quarantine/");
        assertThat(count("file_quarantine")).isZero();

        var back =
                FilesFixture.node(jdbc, transaction, told::add, settings(true).newToDatabase(), NOW);
        back.mover().start();
        back.move();
        assertThat(server.all()).isEmpty();
        assertThat(count("file_quarantine")).isEqualTo(1);
        assertThat(state(back, virus)).isEqualTo(FileState.QUARANTINED);
        assertThat(in(() -> back.store().troubled().release(virus))).isTrue();
        assertThat(text(back, virus)).isEqualTo(TestClamd.EICAR);
    }

    @ParameterizedTest
    @EnumSource(
            value = TestClamd.Mood.class,
            names = {"HANGS", "CLOSES", "BABBLES", "NEVER_ENDS"})
    void withoutAVerdictItWaitsAndIsLostForNobody(TestClamd.Mood mood) {
        var node = node(false, NOW);
        var file = attached(node, "Bonjour");
        clamd.in(mood);

        assertThatExceptionOfType(AntivirusUnreachable.class).isThrownBy(node::scan);

        assertThat(state(node, file)).isEqualTo(FileState.PENDING);
        assertThat(node.store().troubled().list(Optional.empty(), 10))
                .singleElement()
                .satisfies(trouble -> assertThat(trouble.scanError()).contains(ScanFiles.NO_ANSWER));
        clamd.in(TestClamd.Mood.WORKS);
        node.scan();
        assertThat(state(node, file)).as("not at once").isEqualTo(FileState.PENDING);
        node(false, NOW.plusSeconds(31)).scan();
        assertThat(state(node, file)).isEqualTo(FileState.SAFE);
        assertThat(node.store().troubled().list(Optional.empty(), 10)).isEmpty();
    }

    @Test
    void whatIsTooLargeForItWaitsForSomebodyToDecide() {
        clamd.takingAtMost(100);
        var node = node(false, NOW);
        var large = attached(node, "x".repeat(101));
        var small = attached(node, "x");

        node.scan();

        assertThat(state(node, small)).isEqualTo(FileState.SAFE);
        assertThat(state(node, large)).isEqualTo(FileState.PENDING);
        assertThat(node.store().troubled().find(large).orElseThrow())
                .satisfies(trouble -> assertThat(trouble.scanError()).contains(ScanFiles.TOO_LARGE))
                .satisfies(trouble -> assertThat(trouble.mayBeReleased()).isTrue());
        assertThat(in(() -> node.store().troubled().release(large))).isTrue();
        assertThat(text(node, large)).hasSize(101);
    }

    @Test
    void whatIsNotWhatItWasIsNeitherScannedNorOpened() {
        var node = node(false, NOW);
        var file = attached(node, "Bonjour");
        jdbc.sql("update requests.file set content = 'abc'").update();

        node.scan();

        assertThat(clamd.scanned()).isEmpty();
        assertThat(node.store().read(file, owner)).get().isInstanceOf(FileStore.Closed.class);
        assertThat(node.store().troubled().find(file).orElseThrow().needsSomebody())
                .isTrue();
    }

    @Test
    void withTheBucketAwayFilesWait() {
        var node = node(true, NOW);
        var file = attached(node, "Bonjour");
        server.kill();
        try {
            assertThatExceptionOfType(StorageUnreachable.class).isThrownBy(node::scan);
            assertThat(state(node, file)).isEqualTo(FileState.PENDING);
        } finally {
            server.startAgain();
        }
        node(true, NOW.plusSeconds(31)).scan();
        assertThat(state(node, file)).isEqualTo(FileState.SAFE);
    }

    @Test
    void withoutAnAntivirusFilesOpenAsTheyAre() {
        var plain = FilesFixture.node(jdbc, transaction, told::add, Settings.PLAIN, NOW);
        var before = attached(node(false, NOW), "Avant");
        var after = attached(plain, "Après");

        plain.scan();

        assertThat(text(plain, before)).isEqualTo("Avant");
        assertThat(state(plain, before)).isEqualTo(FileState.UNCHECKED);
        assertThat(text(plain, after)).isEqualTo("Après");
        assertThat(plain.store().troubled().scanAgain(after)).isFalse();
    }

    @Test
    void whatCameBeforeTheAntivirusIsServedUntilItComesToIt() {
        var plain = FilesFixture.node(jdbc, transaction, told::add, Settings.PLAIN, NOW);
        var virus = attached(plain, TestClamd.EICAR);
        var many = IntStream.range(0, 120)
                .mapToObj(each -> attached(plain, "fichier " + each))
                .toList();
        var node = node(false, NOW);
        assertThat(text(node, virus)).isEqualTo(TestClamd.EICAR);

        node.scan();

        assertThat(state(node, virus)).isEqualTo(FileState.QUARANTINED);
        assertThat(many).allSatisfy(file -> assertThat(state(node, file)).isEqualTo(FileState.SAFE));
    }

    @Test
    void twoNodesScanEachFileOnce() throws Exception {
        var first = node(false, NOW);
        var second = node(false, NOW);
        IntStream.range(0, 60).forEach(each -> attached(first, each % 3 == 0 ? TestClamd.EICAR + each : "f" + each));

        try (var nodes = Executors.newFixedThreadPool(2)) {
            for (var scan : List.of(nodes.submit(first::scan), nodes.submit(second::scan))) {
                scan.get();
            }
        }

        assertThat(clamd.scanned()).hasSize(60);
        assertThat(told).hasSize(20);
        assertThat(first.store().counts())
                .satisfies(counts -> assertThat(counts.setAside()).isEqualTo(20))
                .satisfies(counts -> assertThat(counts.waiting()).isZero());
    }

    @Test
    void aFileOfADraftIsSetAsideWithoutAWordAndKnownWhenItIsSent() {
        var node = node(false, NOW);
        var virus = node.store().store(file(TestClamd.EICAR), NOW).id();

        node.scan();
        node.store().attach(List.of(virus), owner);

        assertThat(told).isEmpty();
        assertThat(node.store().of(owner)).extracting(StoredFile::state).containsExactly(FileState.QUARANTINED);
    }

    private Settings settings(boolean inBucket) {
        var settings = Settings.PLAIN.with(clamd.clamd(SHORT));
        return inBucket ? settings.with(bucket) : settings;
    }

    private FilesFixture node(boolean inBucket, Instant now) {
        return FilesFixture.node(jdbc, transaction, told::add, settings(inBucket), now);
    }

    private FileId attached(FilesFixture node, String content) {
        var id = node.store().store(file(content), NOW).id();
        node.store().attach(List.of(id), owner);
        return id;
    }

    private boolean in(BooleanSupplier act) {
        return Boolean.TRUE.equals(transaction.execute(status -> act.getAsBoolean()));
    }

    private static FileState state(FilesFixture node, FileId id) {
        return node.store().byIds(List.of(id)).getFirst().state();
    }

    private String text(FilesFixture node, FileId id) {
        var opening = node.store().read(id, owner).orElseThrow();
        assertThat(opening).isInstanceOf(FileStore.Content.class);
        return new String(((FileStore.Content) opening).bytes(), UTF_8);
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from requests." + table)
                .query(Long.class)
                .single();
    }

    private static FileCheck.Accepted file(String content) {
        return new FileCheck.Accepted("note.txt", "text/plain", content.getBytes(UTF_8));
    }

    private static void delete(Path object) {
        try {
            Files.delete(object);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
