package fr.traboule.ground.works;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProgressTests {

    @Test
    void twoPortionsTellNothingOfTheTimeLeft() {
        var progress = after(2, 100, Duration.ofSeconds(10));

        assertThat(progress.timeLeft()).isEmpty();
    }

    @Test
    void manyPortionsInAnInstantTellNothingEither() {
        var progress = after(10, 10, Duration.ofMillis(10));

        assertThat(progress.timeLeft()).isEmpty();
    }

    @Test
    void anEvenPaceTellsHowLongTheRestTakes() {
        var progress = after(10, 100, Duration.ofSeconds(2));

        assertThat(progress.timeLeft()).contains(Duration.ofSeconds(180));
        assertThat(progress.percent()).contains(10);
    }

    @Test
    void theLastPortionsCountMost() {
        var progress = after(10, 100, Duration.ofSeconds(2));
        for (var slow = 0; slow < 20; slow++) {
            progress = progress.and(new Step.On(100, "x"), Duration.ofSeconds(20));
        }

        assertThat(progress.pace()).isBetween(5.0, 6.0);
    }

    @Test
    void whereNobodyKnowsHowManyThereAreNobodySaysHowLong() {
        var unknown = Progress.NONE;
        for (var portion = 0; portion < 10; portion++) {
            unknown = unknown.and(new Step.On(10, "x"), Duration.ofSeconds(2));
        }

        assertThat(unknown.timeLeft()).isEmpty();
        assertThat(unknown.percent()).isEmpty();
    }

    @Test
    void moreThanThereWereIsNeverMoreThanAll() {
        var progress = after(120, 100, Duration.ofSeconds(1));

        assertThat(progress.percent()).contains(100);
        assertThat(progress.timeLeft()).isEmpty();
    }

    /** Ten thousand to do. */
    private static Progress after(int portions, int each, Duration took) {
        var progress = new Progress(Optional.empty(), 0, Optional.of(10_000L), 0, Duration.ZERO, 0, 0);
        for (var portion = 0; portion < portions; portion++) {
            progress = progress.and(new Step.On(each, "x"), took);
        }
        return progress;
    }
}
