package fr.traboule.ground.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.traboule.WholeProgramTest;
import fr.traboule.ground.bucket.Bucket;
import fr.traboule.ground.bucket.S3Server;
import fr.traboule.ground.files.FilesFixture.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Files in the database and in a real S3 store, which dies, and whose objects somebody changes behind our back. */
@WholeProgramTest
class FileStoreTests {

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    @TempDir
    static Path folder;

    private static S3Server server;
    private static Bucket bucket;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEventPublisher events;

    private final UUID owner = UUID.randomUUID();
    private Settings settings = Settings.PLAIN;
    private FilesFixture database;
    private FilesFixture inBucket;

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
        settings = Settings.PLAIN.with(bucket);
        database = node(settings.newToDatabase());
        inBucket = node(settings);
    }

    /** Other tests share the database, and know nothing of this bucket. */
    @AfterEach
    void clear() {
        FilesFixture.forgetAll(jdbc);
        server.all().forEach(FileStoreTests::delete);
    }

    @Test
    void aFileOpensWhereverItIs() {
        var here = attached(database, "ici");
        var there = attached(inBucket, "là-bas");

        assertThat(server.all()).hasSize(1);
        for (var node : List.of(database, inBucket)) {
            assertThat(text(node, here)).isEqualTo("ici");
            assertThat(text(node, there)).isEqualTo("là-bas");
        }
        assertThat(inBucket.store().of(owner)).extracting(StoredFile::size).containsExactly(3, 7);
        assertThat(inBucket.store().read(there, UUID.randomUUID()))
                .as("of somebody else")
                .isEmpty();
    }

    @Test
    void withTheStoreAwayNothingIsHalfStored() {
        var there = attached(inBucket, "là-bas");
        server.kill();
        try {
            assertThatExceptionOfType(StorageUnreachable.class)
                    .isThrownBy(() -> inBucket.store().store(file("perdu"), NOW));

            assertThat(count("true")).isEqualTo(1);
            assertThat(inBucket.store().read(there, owner)).get().isInstanceOf(FileStore.OutOfReach.class);
            assertThat(count("altered_at is not null"))
                    .as("out of reach is not altered")
                    .isZero();
        } finally {
            server.startAgain();
        }
        assertThat(text(inBucket, there)).isEqualTo("là-bas");
    }

    @Test
    void whatWasChangedBehindOurBackIsRefusedAndRecordedUntilItIsPutRight() throws Exception {
        var there = attached(inBucket, "là-bas");
        var object = server.all().getFirst();
        var right = Files.readAllBytes(object);

        Files.write(object, "ailleur!".getBytes(UTF_8));

        assertThat(inBucket.store().read(there, owner))
                .get()
                .isInstanceOfSatisfying(
                        FileStore.Closed.class,
                        closed -> assertThat(closed.file().state()).isEqualTo(FileState.ALTERED));
        assertThat(inBucket.store().of(owner)).extracting(StoredFile::state).containsExactly(FileState.ALTERED);
        assertThat(inBucket.store().troubled().list(Optional.empty(), 10))
                .singleElement()
                .satisfies(trouble -> assertThat(trouble.isAltered()).isTrue());

        Files.write(object, right);
        assertThat(inBucket.store().troubled().readAgain(there)).isTrue();
        assertThat(inBucket.store().of(owner)).extracting(StoredFile::state).containsExactly(FileState.UNCHECKED);
        assertThat(text(inBucket, there)).isEqualTo("là-bas");
    }

    @Test
    void soIsWhatWasLostAndWhatWasChangedInTheDatabase() {
        var there = attached(inBucket, "là-bas");
        var here = attached(database, "ici");
        server.all().forEach(FileStoreTests::delete);
        jdbc.sql("update requests.file set content = 'abc' where id = ?")
                .param(here.value())
                .update();

        for (var file : List.of(there, here)) {
            assertThat(inBucket.store().read(file, owner)).get().isInstanceOf(FileStore.Closed.class);
        }
        assertThat(count("altered_at is not null")).isEqualTo(2);
    }

    @Test
    void aFileThatNobodyWantsGoesWithItsObject() {
        var unwanted = inBucket.store().store(file("brouillon"), NOW.minus(Duration.ofDays(30)));
        var wanted = attached(inBucket, "demande");

        assertThat(inBucket.store().sweep(NOW.minus(Duration.ofDays(15)))).isEqualTo(1);

        assertThat(inBucket.store().byIds(List.of(unwanted.id(), wanted)))
                .extracting(StoredFile::id)
                .containsExactly(wanted);
        assertThat(server.all()).hasSize(1);
    }

    @Test
    void whatWasWrittenForATransactionThatWasUndoneIsSwept() {
        var kept = attached(inBucket, "demande");
        transaction.executeWithoutResult(status -> {
            inBucket.store().store(file("défait"), NOW);
            status.setRollbackOnly();
        });
        assertThat(server.all()).hasSize(2);

        assertThat(inBucket.sweepObjects(Instant.now().minus(Duration.ofHours(1))))
                .as("too young to be sure")
                .isZero();
        assertThat(node(settings.ofAnotherCity()).sweepObjects(Instant.now().plusSeconds(60)))
                .as("of another city")
                .isZero();
        assertThat(inBucket.sweepObjects(Instant.now().plusSeconds(60))).isEqualTo(1);

        assertThat(server.all()).hasSize(1);
        assertThat(text(inBucket, kept)).isEqualTo("demande");
    }

    @Test
    void aCityChangesItsMindAndChangesItBack() {
        var files = IntStream.range(0, 45)
                .mapToObj(each -> attached(database, "fichier " + each))
                .toList();

        move(inBucket);

        assertThat(count("object_key is not null and content is null")).isEqualTo(45);
        assertThat(server.all()).hasSize(45);
        assertThat(inBucket.mover().movingSince()).as("it is done").isEmpty();
        requireAllOpen(files);

        move(database);

        assertThat(count("object_key is null and content is not null")).isEqualTo(45);
        assertThat(server.all()).isEmpty();
        requireAllOpen(files);
    }

    @Test
    void stoppedInTheMiddleItGoesOnLater() {
        var files = IntStream.range(0, 30)
                .mapToObj(each -> attached(database, "fichier " + each))
                .toList();
        inBucket.mover().start();
        assertThat(inBucket.mover().start()).as("once is enough").isFalse();
        server.kill();
        assertThatExceptionOfType(StorageUnreachable.class).isThrownBy(inBucket::move);
        assertThat(inBucket.mover().movingSince()).as("it will go on").isPresent();
        server.startAgain();

        assertThat(inBucket.mover().stop()).isTrue();
        inBucket.move();
        assertThat(count("object_key is not null")).as("stopped").isZero();

        move(inBucket);
        assertThat(count("object_key is not null")).isEqualTo(30);
        requireAllOpen(files);
    }

    @Test
    void aFileThatIsNotWhatItWasStaysWhereItIsAndHoldsUpNoOther() {
        var broken = attached(database, "cassé");
        var whole = attached(database, "entier");
        jdbc.sql("update requests.file set content = 'abc' where id = ?")
                .param(broken.value())
                .update();

        move(inBucket);

        assertThat(count("object_key is not null")).isEqualTo(1);
        assertThat(text(inBucket, whole)).isEqualTo("entier");
        assertThat(inBucket.store().counts().altered()).isEqualTo(1);
        assertThat(inBucket.mover().movingSince()).isEmpty();
    }

    @Test
    void twoNodesAtOnceLeaveEachFileOnceAndNoneIsEverGone() throws Exception {
        var files = IntStream.range(0, 40)
                .mapToObj(each -> attached(database, "fichier " + each))
                .toList();
        var other = node(settings);
        inBucket.mover().start();

        try (var nodes = Executors.newFixedThreadPool(3)) {
            var moves = List.of(nodes.submit(inBucket::move), nodes.submit(other::move));
            var reading = nodes.submit(() -> {
                do {
                    requireAllOpen(files);
                } while (!moves.stream().allMatch(Future::isDone));
            });
            for (var move : moves) {
                move.get();
            }
            reading.get();
        }

        assertThat(count("object_key is not null and content is null and altered_at is null"))
                .isEqualTo(40);
        assertThat(server.all()).as("one object for each").hasSize(40);
        requireAllOpen(files);
    }

    private FilesFixture node(Settings how) {
        return FilesFixture.node(jdbc, transaction, events, how, NOW);
    }

    private static void move(FilesFixture node) {
        assertThat(node.mover().start()).isTrue();
        node.move();
    }

    private void requireAllOpen(List<FileId> files) {
        for (var each = 0; each < files.size(); each++) {
            assertThat(text(inBucket, files.get(each))).isEqualTo("fichier " + each);
        }
    }

    private FileId attached(FilesFixture node, String content) {
        var id = node.store().store(file(content), NOW).id();
        node.store().attach(List.of(id), owner);
        return id;
    }

    private String text(FilesFixture node, FileId id) {
        var opening = node.store().read(id, owner).orElseThrow();
        assertThat(opening).isInstanceOf(FileStore.Content.class);
        return new String(((FileStore.Content) opening).bytes(), UTF_8);
    }

    private long count(String condition) {
        return jdbc.sql("select count(*) from requests.file where " + condition)
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
