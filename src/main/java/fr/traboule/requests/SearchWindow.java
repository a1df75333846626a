package fr.traboule.requests;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A stretch of time in which words are looked for: one of the blocks that {@code requests.search_entry.blocks} names. A search
 * begins with the last one and stops as soon as it has enough, so that a word that stands in every tenth request costs what
 * a few weeks hold, whatever the years hold. Each window is at most twice as long as the one before; the one that has no
 * end in the past comes last, when the words are known to be rare.
 *
 * @param block none for the last one
 * @param before what was received later is in another one
 */
record SearchWindow(Optional<Block> block, Instant before) {

    /** Nothing is left out. */
    static final SearchWindow ALL = new SearchWindow(Optional.empty(), SearchPosition.AFTER_ALL);

    private static final long SECONDS = Duration.ofDays(28).toSeconds();
    private static final int LONGEST = 6;

    /**
     * As many periods of four weeks as two to the power of its length say, those whose numbers begin alike.
     *
     * @param number of all before it of the same length, counted from 1970
     */
    record Block(int length, int number) {

        /** How the database writes it. */
        int code() {
            return length * (1 << 20) + number;
        }

        private int first() {
            return number << length;
        }
    }

    /** All of time before that instant, the last window first. */
    static List<SearchWindow> before(Instant instant) {
        var windows = new ArrayList<SearchWindow>();
        var end = Math.toIntExact(Math.floorDiv(instant.getEpochSecond(), SECONDS)) + 1;
        for (var longest = 0; longest <= LONGEST; ) {
            var length = Math.min(longest, Integer.numberOfTrailingZeros(end));
            var block = new Block(length, (end - 1) >> length);
            windows.add(new SearchWindow(Optional.of(block), startOf(end)));
            end = block.first();
            longest = length + 1;
        }
        windows.add(new SearchWindow(Optional.empty(), startOf(end)));
        return windows;
    }

    private static Instant startOf(int period) {
        return Instant.ofEpochSecond(period * SECONDS);
    }

    /** On an alias {@code e} of {@code requests.search_entry}. */
    String condition() {
        return block.isPresent() ? "e.blocks @> array[:block]" : "e.received_at < :windowEnd";
    }

    Map<String, Object> parameters() {
        return Map.of("block", block.map(Block::code).orElse(0), "windowEnd", Timestamp.from(before));
    }
}
