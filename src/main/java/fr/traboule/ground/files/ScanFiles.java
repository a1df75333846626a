package fr.traboule.ground.files;

import fr.traboule.ground.antivirus.AntivirusUnreachable;
import fr.traboule.ground.antivirus.Clamd;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * Has the antivirus look at the files that wait, where there is one: in a job, so that nobody who sends a file waits for it,
 * and a file that it could not look at waits instead of being lost or let through.
 */
@Service
class ScanFiles {

    private static final Logger log = LoggerFactory.getLogger(ScanFiles.class);
    private static final int BATCH = 5;
    private static final int BACKLOG = 50;
    private static final int LONGEST_REASON = 200;
    private static final Duration LEASE = Duration.ofMinutes(15);
    private static final Duration UNTIL_IT_ANSWERS = Duration.ofSeconds(30);
    private static final Duration UNTIL_IT_TAKES_MORE = Duration.ofHours(6);

    /** Why it could not say, as the page tells it. */
    static final String TOO_LARGE = "too_large";

    static final String NO_ANSWER = "no_answer";
    static final String NOT_READ = "not_read";

    private final List<FileStore> stores;
    private final FileStorage storage;
    private final ApplicationEventPublisher events;

    ScanFiles(List<FileStore> stores, FileStorage storage, ApplicationEventPublisher events) {
        this.stores = stores;
        this.storage = storage;
        this.events = events;
    }

    /** @throws AntivirusUnreachable where it does not answer: the job says so, and is run again */
    void scanAll() {
        storage.antivirus().ifPresent(antivirus -> stores.forEach(store -> scan(store, antivirus)));
    }

    private void scan(FileStore store, Clamd antivirus) {
        var claimed = claim(store);
        while (!claimed.isEmpty()) {
            for (var row : claimed) {
                scan(store, row, antivirus);
            }
            claimed = claim(store);
        }
    }

    private List<FileRow> claim(FileStore store) {
        var now = storage.now();
        var claimed = store.rows().claim(BATCH, now, now.plus(LEASE));
        return claimed.isEmpty() && store.rows().queueUnchecked(BACKLOG, now) > 0
                ? store.rows().claim(BATCH, now, now.plus(LEASE))
                : claimed;
    }

    private void scan(FileStore store, FileRow row, Clamd antivirus) {
        try {
            var bytes = store.bytes(row);
            if (bytes.isEmpty()) {
                waitForItsBytes(store, row);
            } else {
                heed(store, row, antivirus.scan(bytes.get()), bytes.get());
            }
        } catch (AntivirusUnreachable silent) {
            wait(store, row, UNTIL_IT_ANSWERS, NO_ANSWER);
            throw silent;
        } catch (StorageUnreachable away) {
            wait(store, row, UNTIL_IT_ANSWERS, NOT_READ);
            throw away;
        }
    }

    private void heed(FileStore store, FileRow row, Clamd.Verdict verdict, byte[] bytes) {
        switch (verdict) {
            case Clamd.Clean clean -> clear(store, row, bytes);
            case Clamd.Found found -> setAside(store, row, found.signature(), bytes);
            case Clamd.TooLarge tooLarge -> wait(store, row, UNTIL_IT_TAKES_MORE, TOO_LARGE);
        }
    }

    private void clear(FileStore store, FileRow row, byte[] bytes) {
        store.troubled()
                .settle(
                        row,
                        FileState.SAFE,
                        null,
                        bytes,
                        (now, at) -> now.owner()
                                .filter(owner -> row.isApart())
                                .ifPresent(owner ->
                                        events.publishEvent(new FileCleared(store.schema(), owner, row.id(), at))));
    }

    private void setAside(FileStore store, FileRow row, String signature, byte[] bytes) {
        log.atWarn()
                .addKeyValue("schema", store.schema())
                .addKeyValue("file", row.id().value())
                .log("A file is set aside");
        var reason = signature.length() <= LONGEST_REASON ? signature : signature.substring(0, LONGEST_REASON);
        store.troubled().settle(row, FileState.QUARANTINED, reason, bytes, (now, at) -> tell(store, row, now, at));
    }

    /** Once: found again, it is no news. */
    private void tell(FileStore store, FileRow before, FileRow now, Instant at) {
        now.owner()
                .filter(owner -> !before.isApart())
                .ifPresent(owner -> events.publishEvent(new FileSetAside(store.schema(), owner, now.id(), at)));
    }

    /** Those that are not what they were wait for somebody; those that were just being moved, for a moment. */
    private void waitForItsBytes(FileStore store, FileRow row) {
        var altered = store.rows().find(row.id()).filter(FileRow::altered).isPresent();
        wait(store, row, altered ? UNTIL_IT_TAKES_MORE : UNTIL_IT_ANSWERS, NOT_READ);
    }

    private void wait(FileStore store, FileRow row, Duration time, String error) {
        store.rows().scanAt(row.id(), storage.now().plus(time), error);
    }
}
