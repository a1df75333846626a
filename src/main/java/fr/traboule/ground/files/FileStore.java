package fr.traboule.ground.files;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The files of one schema: what is known of them in its own table, their bytes there or in the bucket. Whoever reads finds each
 * wherever it is, and gets the bytes that came or none.
 */
public class FileStore {

    private static final Logger log = LoggerFactory.getLogger(FileStore.class);

    private final String schema;
    private final FileRows rows;
    private final TransactionTemplate transaction;
    private final FileStorage storage;

    /**
     * @param schema whose migration called {@code ground.create_files}
     * @param transaction of the same database role as {@code jdbc}
     */
    public FileStore(String schema, JdbcClient jdbc, TransactionTemplate transaction, FileStorage storage) {
        this.schema = schema;
        this.rows = new FileRows(schema, jdbc, storage.scans());
        this.transaction = transaction;
        this.storage = storage;
    }

    /** What comes of opening a file. */
    public sealed interface Opening {}

    /** A file and what is in it. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Content(StoredFile file, byte[] bytes) implements Opening {}

    /** Its state says why. */
    public record Closed(StoredFile file) implements Opening {}

    /** The store that has it does not answer now. */
    public record OutOfReach(StoredFile file) implements Opening {}

    /**
     * Stores a file that belongs to nothing yet: its bytes first, then its row, so that nothing is ever half there.
     *
     * @throws StorageUnreachable where nothing was stored
     */
    public StoredFile store(FileCheck.Accepted accepted, Instant at) {
        var content = accepted.content();
        var file = new StoredFile(
                FileId.next(),
                accepted.name(),
                accepted.mediaType(),
                content.length,
                storage.scans() ? FileState.PENDING : FileState.UNCHECKED,
                at);
        var key = storage.newToBucket() ? storage.write(schema, file.id(), content, false) : null;
        try {
            rows.add(file, FileStorage.sha256(content), key == null ? content : null, key);
        } catch (RuntimeException notWritten) {
            storage.forget(key);
            throw notWritten;
        }
        return file;
    }

    /** Attaches files that belong to nothing yet to what they belong to. */
    public void attach(List<FileId> files, UUID owner) {
        if (!files.isEmpty()) {
            rows.attach(files, owner);
        }
    }

    /** What belonged to one thing belongs to another, which goes on for both. */
    public void hand(List<FileId> files, UUID from, UUID to) {
        if (!files.isEmpty()) {
            rows.hand(files, from, to);
        }
    }

    /** In a transaction: lets go of files that were only made of others, and of their bytes; what somebody sent is never among them. */
    public void discard(List<FileId> made, UUID owner) {
        forgetObjects(rows.discard(made, owner).keys());
    }

    /** Says that files which belong to nothing yet are still wanted: the sweep counts from now. */
    public void keep(List<FileId> files, Instant at) {
        if (!files.isEmpty()) {
            rows.keep(files, at);
        }
    }

    public List<StoredFile> of(UUID owner) {
        return rows.of(owner).stream().map(FileRow::file).toList();
    }

    public List<StoredFile> byIds(List<FileId> files) {
        return files.isEmpty()
                ? List.of()
                : rows.byIds(files).stream().map(FileRow::file).toList();
    }

    /** Better outside a transaction: no connection then waits for the bucket. */
    public Optional<Opening> read(FileId id, UUID owner) {
        return rows.find(id)
                .filter(row -> row.owner().filter(owner::equals).isPresent())
                .map(this::open);
    }

    private Opening open(FileRow row) {
        return switch (row.file().state()) {
            case UNCHECKED, SAFE, RELEASED, ALTERED -> {
                try {
                    var bytes = bytes(row);
                    yield bytes.isPresent() ? new Content(row.file(), bytes.get()) : closedOrMoved(row);
                } catch (StorageUnreachable away) {
                    yield new OutOfReach(row.file());
                }
            }
            case PENDING, QUARANTINED, DESTROYED -> new Closed(row.file());
        };
    }

    /** It may have been moved between the reading of its row and that of its bytes: then it opens where it is now. */
    private Opening closedOrMoved(FileRow before) {
        var now = rows.find(before.id()).orElse(before);
        return now.file().state().opens() ? open(now) : new Closed(now.file());
    }

    /** Its bytes, if they are those that came; whether they are is written down. */
    Optional<byte[]> bytes(FileRow row) {
        var there = row.objectKey() == null ? rows.content(row) : storage.read(row.objectKey());
        var right = there.filter(bytes -> Arrays.equals(FileStorage.sha256(bytes), row.sha256()));
        if (right.isEmpty() && !row.altered() && isAsRead(row)) {
            log.atError()
                    .addKeyValue("schema", schema)
                    .addKeyValue("file", row.id().value())
                    .addKeyValue("missing", there.isEmpty())
                    .log("The bytes of a file are not those that came");
            rows.altered(row.id(), storage.now());
        } else if (right.isPresent() && row.altered()) {
            rows.altered(row.id(), null);
        }
        return right;
    }

    /** Somebody may have moved it between the reading of its row and that of its bytes. */
    private boolean isAsRead(FileRow row) {
        return rows.find(row.id())
                .filter(now -> now.kept() == row.kept() && Objects.equals(now.objectKey(), row.objectKey()))
                .isPresent();
    }

    /** Removes what is left in the bucket of files that are gone, once their going is certain; a kill leaves it to the sweep. */
    public void forgetObjects(List<String> keys) {
        if (keys.isEmpty()) {
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                keys.forEach(storage::forget);
            }
        });
    }

    /** Removes files attached to nothing that nobody has wanted since that instant. */
    public int sweep(Instant since) {
        var swept = rows.sweep(since);
        swept.keys().forEach(storage::forget);
        return swept.files();
    }

    /** Removes objects of the bucket that no file has: what was written by a program that was killed before it could say so. */
    int sweepObjects(Instant writtenBefore) {
        if (!storage.hasBucket()) {
            return 0;
        }
        var swept = new int[1];
        storage.writtenBefore(writtenBefore, schema, keys -> {
            var unknown = rows.unknown(keys);
            unknown.forEach(storage::forget);
            swept[0] += unknown.size();
        });
        return swept[0];
    }

    public FileCounts counts() {
        return rows.counts();
    }

    /** What somebody should look at. */
    public TroubledFiles troubled() {
        return new TroubledFiles(this);
    }

    public String schema() {
        return schema;
    }

    FileRows rows() {
        return rows;
    }

    FileStorage storage() {
        return storage;
    }

    TransactionTemplate transaction() {
        return transaction;
    }
}
