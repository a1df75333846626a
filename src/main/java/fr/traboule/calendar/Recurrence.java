package fr.traboule.calendar;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * In which weeks a weekday is meant.
 *
 * @param places within the month, where it is about these: 1 to 5, or {@link #LAST}
 */
public record Recurrence(Weeks weeks, List<Integer> places) implements Comparable<Recurrence> {

    public static final int LAST = -1;
    public static final Recurrence EVERY_WEEK = new Recurrence(Weeks.EVERY, List.of());

    static final Recurrence ODD_WEEKS = new Recurrence(Weeks.ODD, List.of());
    static final Recurrence EVEN_WEEKS = new Recurrence(Weeks.EVEN, List.of());

    private static final int MOST = 5;
    private static final Comparator<Recurrence> ORDER =
            Comparator.comparing(Recurrence::weeks).thenComparing(recurrence -> recurrence.places.toString());

    public enum Weeks {
        EVERY,
        /** Of the year, as ISO 8601 numbers them. */
        ODD,
        EVEN,
        OF_MONTH
    }

    static Recurrence ofMonth(Collection<Integer> places) {
        return new Recurrence(
                Weeks.OF_MONTH,
                places.stream()
                        .distinct()
                        .sorted(Comparator.comparing((Integer place) -> place == LAST ? MOST + 1 : place))
                        .toList());
    }

    boolean isEveryWeek() {
        return weeks == Weeks.EVERY;
    }

    boolean isClear() {
        return weeks != Weeks.OF_MONTH
                || !places.isEmpty()
                        && places.stream().allMatch(place -> place == LAST || place >= 1 && place <= MOST)
                        && !places.containsAll(List.of(LAST, MOST));
    }

    /** Whether one weekday may be meant by both. */
    boolean overlaps(Recurrence other) {
        if (weeks != Weeks.OF_MONTH || other.weeks != Weeks.OF_MONTH) {
            return weeks == other.weeks || !isEveryWeek() && !other.isEveryWeek() && isOfMonth(other);
        }
        return !Collections.disjoint(places, other.places) || mayBeLastOf(other) || other.mayBeLastOf(this);
    }

    private boolean isOfMonth(Recurrence other) {
        return weeks == Weeks.OF_MONTH || other.weeks == Weeks.OF_MONTH;
    }

    private boolean mayBeLastOf(Recurrence other) {
        return other.places.contains(LAST) && (places.contains(MOST) || places.contains(MOST - 1));
    }

    @Override
    public int compareTo(Recurrence other) {
        return ORDER.compare(this, other);
    }
}
