package fr.traboule.calendar;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** A day of the week, of every week or of some. */
record Weekday(Recurrence recurrence, DayOfWeek day) implements Comparable<Weekday> {

    static final List<Weekday> ALL =
            Arrays.stream(DayOfWeek.values()).map(Weekday::of).toList();

    private static final Comparator<Weekday> ORDER =
            Comparator.comparing(Weekday::recurrence).thenComparing(Weekday::day);

    static Weekday of(DayOfWeek day) {
        return new Weekday(Recurrence.EVERY_WEEK, day);
    }

    boolean isOfEveryWeek() {
        return recurrence.isEveryWeek();
    }

    @Override
    public int compareTo(Weekday other) {
        return ORDER.compare(this, other);
    }
}
