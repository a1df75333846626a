package fr.traboule.requests;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A stretch of time in which words are looked for, in periods of four weeks, as {@code requests.search_entry.period} counts
 * them. A search begins with the last one and stops as soon as it has enough, so that a word that stands in every tenth
 * request costs what a few weeks hold, whatever the years hold. Each window is twice as long as the one before; the one that
 * has no end in the past comes last, when the words are known to be rare.
 *
 * @param periods all where empty
 * @param last beyond which it holds nothing, where it has no periods
 */
record SearchWindow(List<Integer> periods, int last) {

    /** Nothing is left out. */
    static final SearchWindow ALL = new SearchWindow(List.of(), Integer.MAX_VALUE);

    private static final long SECONDS = Duration.ofDays(28).toSeconds();
    private static final int FIRST = 2;
    private static final int LONGEST = 16;

    /** All of time before that instant, the last window first. */
    static List<SearchWindow> before(Instant instant) {
        var windows = new ArrayList<SearchWindow>();
        var last = Math.toIntExact(Math.floorDiv(instant.getEpochSecond(), SECONDS));
        for (var length = FIRST; length <= LONGEST; length *= 2) {
            windows.add(new SearchWindow(
                    IntStream.rangeClosed(last - length + 1, last).boxed().toList(), last));
            last -= length;
        }
        windows.add(new SearchWindow(List.of(), last));
        return windows;
    }

    /** On an alias {@code e} of {@code requests.search_entry}. */
    String condition() {
        return periods.isEmpty() ? "e.period <= :lastPeriod" : "e.period = any (:periods)";
    }

    Integer[] periodArray() {
        return periods.toArray(Integer[]::new);
    }
}
