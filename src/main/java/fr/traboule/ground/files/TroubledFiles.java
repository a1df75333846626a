package fr.traboule.ground.files;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The files of one schema that somebody should look at, and what can be done about them, in the transaction of their act. */
public final class TroubledFiles {

    private final FileStore store;
    private final FileRows rows;
    private final FileStorage storage;

    TroubledFiles(FileStore store) {
        this.store = store;
        this.rows = store.rows();
        this.storage = store.storage();
    }

    /**
     * One of them.
     *
     * @param owner what it belongs to; none while it is only being written about
     * @param recognised what the antivirus found
     * @param scanError why the antivirus could not say
     */
    public record Trouble(
            StoredFile file, Optional<UUID> owner, Optional<String> recognised, Optional<String> scanError) {

        static Trouble of(FileRow row) {
            return new Trouble(row.file(), row.owner(), row.reason(), row.scanError());
        }

        public boolean isAltered() {
            return file.state() == FileState.ALTERED;
        }

        /** Whether it is one of those. */
        public boolean needsSomebody() {
            return file.state() == FileState.QUARANTINED || isAltered() || scanError.isPresent();
        }

        /** Whether somebody may say that it is harmless. */
        public boolean mayBeReleased() {
            return file.state() == FileState.QUARANTINED || file.state() == FileState.PENDING;
        }
    }

    /** The last that came first. */
    public List<Trouble> list(Optional<FileId> before, int most) {
        return rows.inTrouble(before, most).stream().map(Trouble::of).toList();
    }

    public Optional<Trouble> find(FileId id) {
        return rows.find(id).map(Trouble::of);
    }

    /** Asks the antivirus again, and meanwhile all stays as it is. */
    public boolean scanAgain(FileId id) {
        return storage.scans() && rows.scanAt(id, storage.now(), null);
    }

    /** @return whether its bytes are those that came after all */
    public boolean readAgain(FileId id) {
        return rows.find(id).flatMap(store::bytes).isPresent();
    }

    /** Lets it be opened again. @return false if it is not to be let go, somebody was faster, or its bytes are not right */
    public boolean release(FileId id) {
        var row = rows.find(id).filter(found -> Trouble.of(found).mayBeReleased());
        return row.isPresent()
                && store.bytes(row.get())
                        .map(bytes -> change(row.get(), FileState.RELEASED, bytes))
                        .orElse(false);
    }

    /** Its bytes are gone for good. @return false if they were */
    public boolean destroy(FileId id) {
        return rows.find(id)
                .filter(row -> row.kept() != FileState.DESTROYED)
                .map(row -> {
                    var done = rows.change(
                                    row, FileState.DESTROYED, null, row.reason().orElse(null), storage.now())
                            .isPresent();
                    thenForget(done ? row.objectKey() : null, null);
                    return done;
                })
                .orElse(false);
    }

    private boolean change(FileRow row, FileState state, byte[] bytes) {
        var key = row.objectKey() != null && row.isApart()
                ? storage.write(store.schema(), row.id(), bytes, false)
                : row.objectKey();
        var done = rows.change(row, state, key, row.reason().orElse(null), storage.now())
                .isPresent();
        var written = key != null && !key.equals(row.objectKey());
        if (written) {
            thenForget(done ? row.objectKey() : key, key);
        }
        return done;
    }

    /** Objects go once what refers to them is surely gone: the old one after the transaction, the new one if it fails. */
    private void thenForget(@Nullable String old, @Nullable String written) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                storage.forget(status == STATUS_COMMITTED ? old : written);
            }
        });
    }

    /** For the program itself: the antivirus has said. */
    boolean settle(FileRow row, FileState state, @Nullable String reason, byte[] bytes, Settled then) {
        var moves = row.objectKey() != null && row.isApart() != (state == FileState.QUARANTINED);
        var key = moves
                ? storage.write(store.schema(), row.id(), bytes, state == FileState.QUARANTINED)
                : row.objectKey();
        var at = storage.now();
        return Boolean.TRUE.equals(store.transaction().execute(status -> {
            var changed = rows.change(row, state, key, reason, at);
            changed.ifPresent(now -> then.tell(now, at));
            if (moves) {
                thenForget(changed.isPresent() ? row.objectKey() : key, key);
            }
            return changed.isPresent();
        }));
    }

    /** Told in the same transaction. */
    interface Settled {
        void tell(FileRow now, Instant at);
    }
}
