package fr.traboule.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SearchWindowTests {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    @Test
    void eachPeriodIsLookedAtOnceTheLastFirst() {
        var windows = SearchWindow.before(NOW);

        var last = windows.getFirst().periods().getLast();
        for (var window : windows.subList(0, windows.size() - 1)) {
            assertThat(window.periods().getLast()).isEqualTo(last);
            assertThat(window.periods()).isSorted();
            last = window.periods().getFirst() - 1;
        }
        assertThat(windows.getLast()).isEqualTo(new SearchWindow(List.of(), last));
    }

    @Test
    void eachIsTwiceAsLongAsTheOneBefore() {
        assertThat(SearchWindow.before(NOW))
                .extracting(window -> window.periods().size())
                .containsExactly(2, 4, 8, 16, 0);
    }

    @Test
    void theFirstOneHoldsTheInstantItself() {
        assertThat(SearchWindow.before(Instant.EPOCH).getFirst().periods()).containsExactly(-1, 0);
        assertThat(SearchWindow.before(Instant.EPOCH.minusSeconds(1)).getFirst().periods())
                .containsExactly(-2, -1);
    }
}
