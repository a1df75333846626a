package fr.traboule.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TeamFiguresTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private static int medianDays(Map<LocalDate, Integer> days) {
        var open = days.values().stream().mapToInt(Integer::intValue).sum();
        return TeamFigures.medianDays(new TreeMap<>(days), open, TODAY);
    }

    @Test
    void halfOfThemCameBeforeTheMedian() {
        assertThat(medianDays(Map.of(TODAY.minusDays(30), 1, TODAY.minusDays(10), 1, TODAY, 1)))
                .isEqualTo(10);
        assertThat(medianDays(Map.of(TODAY.minusDays(30), 6, TODAY, 5))).isEqualTo(30);
        assertThat(medianDays(Map.of(TODAY.minusDays(30), 4, TODAY.minusDays(2), 5)))
                .isEqualTo(2);
    }

    @Test
    void nothingOpenAndALetterOfTomorrowAreNoDays() {
        assertThat(medianDays(Map.of())).isZero();
        assertThat(medianDays(Map.of(TODAY.plusDays(1), 1))).isZero();
    }
}
