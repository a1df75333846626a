package fr.traboule.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchWindowTests {

    private static final Duration FOUR_WEEKS = Duration.ofDays(28);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-23T10:00:00Z",
                "2026-12-31T23:59:59Z",
                "2030-02-28T00:00:00Z",
                "2040-06-01T12:00:00Z",
                "2007-01-15T00:00:00Z"
            })
    void allOfTimeIsLookedAtOnceTheLastFirst(Instant now) {
        var windows = SearchWindow.before(now);

        assertThat(windows.getFirst().before()).isAfter(now).isBeforeOrEqualTo(now.plus(FOUR_WEEKS));
        for (var window = 0; window < windows.size() - 1; window++) {
            var block = windows.get(window).block().orElseThrow();
            var periods = 1L << block.length();
            assertThat(windows.get(window).before())
                    .isEqualTo(Instant.EPOCH.plus(FOUR_WEEKS.multipliedBy(periods * (block.number() + 1))));
            if (window > 0) {
                assertThat(block.length())
                        .isLessThanOrEqualTo(
                                windows.get(window - 1).block().orElseThrow().length() + 1);
            }
            assertThat(windows.get(window + 1).before())
                    .isEqualTo(Instant.EPOCH.plus(FOUR_WEEKS.multipliedBy(periods * block.number())));
        }
        assertThat(windows.getLast().block()).isEmpty();
        assertThat(windows).hasSizeLessThan(16);
    }

    @Test
    void noneIsMoreThanTwiceAsLongAsTheOneBefore() {
        assertThat(SearchWindow.before(Instant.parse("2026-11-23T10:00:00Z")))
                .extracting(SearchWindow::block)
                .startsWith(block(0, 742), block(1, 370), block(2, 184), block(3, 91), block(3, 90))
                .endsWith(block(6, 9), Optional.empty());
    }

    private static Optional<SearchWindow.Block> block(int length, int number) {
        return Optional.of(new SearchWindow.Block(length, number));
    }
}
