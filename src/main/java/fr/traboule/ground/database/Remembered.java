package fr.traboule.ground.database;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something small that is read at every page and changes seldom: read from the database, kept in memory, read again
 * when it is older than allowed. Nobody ever waits for somebody else's reading, because whoever waits may hold the very
 * connection that the reading needs: while one reads again, the others get what was known.
 */
public final class Remembered<T> {

    private final Supplier<T> reading;
    private final long freshNanos;
    private final AtomicReference<@Nullable Known<T>> known = new AtomicReference<>();
    private final AtomicBoolean readingAgain = new AtomicBoolean();

    private record Known<T>(T value, long sinceNanos) {}

    /** @param fresh how late a change made by another instance of the program may be seen */
    public Remembered(Duration fresh, Supplier<T> reading) {
        this.freshNanos = fresh.toNanos();
        this.reading = reading;
    }

    public T get() {
        var now = known.get();
        if (now == null) {
            return readUnlessReplaced(null);
        }
        var old = System.nanoTime() - now.sinceNanos() > freshNanos;
        if (!old || !readingAgain.compareAndSet(false, true)) {
            return now.value();
        }
        try {
            return readUnlessReplaced(now);
        } finally {
            readingAgain.set(false);
        }
    }

    /** After a change that this instance made. */
    public void readAgain() {
        known.set(read());
    }

    /** What was read before a change must not take the place of what was read after it. */
    private T readUnlessReplaced(@Nullable Known<T> before) {
        var read = read();
        known.compareAndSet(before, read);
        return read.value();
    }

    private Known<T> read() {
        var since = System.nanoTime();
        return new Known<>(reading.get(), since);
    }
}
