package fr.traboule.ground.works;

import java.time.Duration;
import java.util.Optional;

/**
 * How far a work is.
 *
 * @param position where the last portion ended, as the kind says it
 * @param total how many there are to do, where it is known; what comes in meanwhile is not in it
 * @param worked the time that portions took, without the waiting
 * @param pace how many a second, the last portions counting most
 * @param told how many of the portion under way are done, where it tells
 */
public record Progress(
        Optional<String> position,
        long done,
        Optional<Long> total,
        int portions,
        Duration worked,
        double pace,
        long told) {

    static final Progress NONE = new Progress(Optional.empty(), 0, Optional.empty(), 0, Duration.ZERO, 0, 0);

    /** What is older counts little: a work may become faster or slower as it goes. */
    private static final Duration MEMORY = Duration.ofSeconds(20);

    private static final int PORTIONS_THAT_TELL = 3;
    private static final Duration TIME_THAT_TELLS = Duration.ofSeconds(5);
    private static final double SECOND = 1_000;

    /** After one more portion, that took so long. */
    Progress and(Step step, Duration took) {
        var seconds = Math.max(took.toMillis(), 1) / SECOND;
        var rate = step.count() / seconds;
        var weight = portions == 0 ? 1 : 1 - Math.exp(-seconds * SECOND / MEMORY.toMillis());
        return new Progress(
                step instanceof Step.On on ? Optional.of(on.position()) : position,
                done + step.count(),
                total,
                portions + 1,
                portions == 0 ? took : worked.plus(took),
                pace + weight * (rate - pace),
                0);
    }

    /** In the middle of a portion; the first one lets expect how the rest will go. */
    Progress told(long count, Duration since) {
        return new Progress(
                position,
                done,
                total,
                portions,
                portions == 0 ? since : worked,
                portions == 0 ? count * SECOND / Math.max(since.toMillis(), 1) : pace,
                count);
    }

    /** With what the portion under way tells. */
    public long far() {
        return done + told;
    }

    /** What the last portions let expect; empty as long as they tell nothing. */
    public Optional<Duration> timeLeft() {
        var tells = (portions >= PORTIONS_THAT_TELL || told > 0) && worked.compareTo(TIME_THAT_TELLS) >= 0 && pace > 0;
        return total.filter(all -> tells && all >= far())
                .map(all -> Duration.ofMillis(Math.round((all - far()) / pace * SECOND)));
    }

    /** Whole percents; a hundred only when all is done. */
    public Optional<Integer> percent() {
        return total.filter(all -> all > 0).map(all -> (int) Math.min(100, far() * 100 / all));
    }
}
