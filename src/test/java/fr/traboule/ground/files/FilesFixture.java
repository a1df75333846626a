package fr.traboule.ground.files;

import fr.traboule.ground.antivirus.Clamd;
import fr.traboule.ground.bucket.Bucket;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** One node of a city and how its files are set, on the schema of requests: several of them share one database. */
public final class FilesFixture {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final FileStorage storage;
    private final FileStore store;

    private FilesFixture(
            JdbcClient jdbc, TransactionTemplate transaction, ApplicationEventPublisher events, FileStorage storage) {
        this.jdbc = jdbc;
        this.events = events;
        this.storage = storage;
        this.store = new FileStore("requests", jdbc, transaction, storage);
    }

    /** The database lets no file go that belongs to a request. */
    public static void forgetAll(JdbcClient jdbc) {
        jdbc.sql("update requests.file set owner_id = null where owner_id is not null")
                .update();
        jdbc.sql("delete from requests.file").update();
    }

    /** How a node is set. */
    public record Settings(Optional<Bucket> bucket, boolean newToBucket, Optional<Clamd> clamd, UUID prefix) {

        public static final Settings PLAIN = new Settings(Optional.empty(), false, Optional.empty(), UUID.randomUUID());

        public Settings with(Bucket other) {
            return new Settings(Optional.of(other), true, clamd, prefix);
        }

        public Settings with(Clamd other) {
            return new Settings(bucket, newToBucket, Optional.of(other), prefix);
        }

        public Settings newToDatabase() {
            return new Settings(bucket, false, clamd, prefix);
        }

        public Settings ofAnotherCity() {
            return new Settings(bucket, newToBucket, clamd, UUID.randomUUID());
        }
    }

    public static FilesFixture node(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Settings settings,
            Instant now) {
        return new FilesFixture(
                jdbc,
                transaction,
                events,
                new FileStorage(
                        settings.bucket(),
                        settings.newToBucket(),
                        settings.clamd(),
                        settings.prefix(),
                        Clock.fixed(now, ZoneOffset.UTC)));
    }

    public FileStore store() {
        return store;
    }

    public void scan() {
        new ScanFiles(List.of(store), storage, events).scanAll();
    }

    public MoveFiles mover() {
        return new MoveFiles(List.of(store), storage, jdbc);
    }

    public void move() {
        mover().moveAll();
    }

    public int sweepObjects(Instant writtenBefore) {
        return store.sweepObjects(writtenBefore);
    }

    /** What the antivirus is asked as the program itself asks it. */
    public static void scanAll(List<FileStore> stores, FileStorage storage, ApplicationEventPublisher events) {
        new ScanFiles(stores, storage, events).scanAll();
    }
}
