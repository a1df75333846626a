package fr.traboule.calendar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One day of local time drawn minute by minute: closed until something is laid over it. */
final class DayCanvas {

    private static final Ink BLANK = new Ink(OpenState.CLOSED, null, false);

    private final Ink[] minutes = new Ink[Hours.DAY];

    /** @param spilled from the day before, over midnight */
    record Ink(OpenState state, @Nullable String comment, boolean spilled) {

        /** Closed, and nothing to say about it. */
        boolean isBlank() {
            return state == OpenState.CLOSED && comment == null;
        }

        private Ink or(Ink other) {
            return state == other.state ? this : new Ink(OpenState.UNKNOWN, null, spilled || other.spilled);
        }
    }

    /** Minutes of the day drawn alike, {@code to} excluded. */
    record Stretch(int from, int to, Ink ink) {}

    DayCanvas() {
        clear();
    }

    void clear() {
        Arrays.fill(minutes, BLANK);
    }

    void cover(int from, int to, Ink ink) {
        within(from, to).forEach(minute -> minutes[minute] = ink);
    }

    /** Lays it only where the day is closed. */
    void fill(int from, int to, Ink ink) {
        within(from, to)
                .filter(minute -> minutes[minute].state() == OpenState.CLOSED)
                .forEach(minute -> minutes[minute] = ink);
    }

    /** What is certain when the day is either this one or the other. */
    DayCanvas or(DayCanvas other) {
        Arrays.setAll(minutes, minute -> minutes[minute].or(other.minutes[minute]));
        return this;
    }

    List<Stretch> stretches() {
        var stretches = new ArrayList<Stretch>();
        var from = 0;
        for (var minute = 1; minute <= Hours.DAY; minute++) {
            if (minute == Hours.DAY || !minutes[minute].equals(minutes[from])) {
                stretches.add(new Stretch(from, minute, minutes[from]));
                from = minute;
            }
        }
        return List.copyOf(stretches);
    }

    private static IntStream within(int from, int to) {
        return IntStream.range(Math.max(0, from), Math.min(to, Hours.DAY));
    }
}
