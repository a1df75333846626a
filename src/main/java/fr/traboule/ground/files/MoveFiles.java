package fr.traboule.ground.files;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves the files that are there to where new ones go, one by one, so that a city can change its mind. Each is read, written
 * and then said to be there, and can be opened all the while. Stopped, by somebody or by a power cut, it goes on from where the
 * files themselves say that it is.
 */
@Service
public class MoveFiles {

    private static final int BATCH = 20;

    private final List<FileStore> stores;
    private final FileStorage storage;
    private final JdbcClient jdbc;

    MoveFiles(List<FileStore> stores, FileStorage storage, JdbcClient jdbc) {
        this.stores = stores;
        this.storage = storage;
        this.jdbc = jdbc;
    }

    /** Since when files are being moved; empty where they are not. */
    public Optional<Instant> movingSince() {
        return jdbc.sql("select moving_since from ground.file_storage where moving")
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    /** @return false if they are being moved already */
    @Transactional
    public boolean start() {
        return jdbc.sql("update ground.file_storage set moving = true, moving_since = ? where not moving")
                        .param(Timestamp.from(storage.now()))
                        .update()
                == 1;
    }

    /** After the file that is being moved now. @return false if none was */
    @Transactional
    public boolean stop() {
        return jdbc.sql("update ground.file_storage set moving = false where moving")
                        .update()
                == 1;
    }

    /** Goes on until all is where it should be, somebody stops it, or the bucket does not answer. */
    void moveAll() {
        if (movingSince().isPresent() && stores.stream().allMatch(this::move)) {
            stop();
        }
    }

    /** @return false if it was stopped */
    private boolean move(FileStore store) {
        var toBucket = storage.newToBucket();
        var last = Optional.<FileId>empty();
        while (true) {
            var batch = store.rows().elsewhere(toBucket, last, BATCH);
            if (batch.isEmpty()) {
                return true;
            }
            for (var row : batch) {
                if (movingSince().isEmpty()) {
                    return false;
                }
                store.bytes(row).ifPresent(bytes -> move(store, row, bytes));
            }
            last = Optional.of(batch.getLast().id());
        }
    }

    private void move(FileStore store, FileRow row, byte[] bytes) {
        var key = storage.newToBucket() ? storage.write(store.schema(), row.id(), bytes, row.isApart()) : null;
        var moved = Boolean.TRUE.equals(
                store.transaction().execute(status -> store.rows().move(row, key, bytes)));
        storage.forget(moved ? row.objectKey() : key);
    }
}
