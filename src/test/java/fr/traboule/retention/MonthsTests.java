package fr.traboule.retention;

import static org.assertj.core.api.Assertions.assertThat;

import fr.traboule.calendar.CityTime;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MonthsTests {

    @ParameterizedTest
    @CsvSource(textBlock = """
            2026-01-15T11:00:00Z, 6,  2026-07-15
            2026-08-31T10:00:00Z, 6,  2027-02-28
            2027-08-31T10:00:00Z, 6,  2028-02-29
            2028-02-29T10:00:00Z, 12, 2029-02-28
            2026-01-31T10:00:00Z, 1,  2026-02-28
            2026-05-31T10:00:00Z, 0,  2026-05-31
            """)
    void endOnTheDayOfTheSameNumberOrOnTheLast(Instant ended, int months, LocalDate over) {
        assertThat(Months.over(ended, months)).isEqualTo(over);
    }

    /** At half past eleven at night in London it is the next day in Paris, by summer time and by winter time. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            2026-06-30T21:59:59Z, 2026-07-30
            2026-06-30T22:00:00Z, 2026-08-01
            2026-12-31T22:59:59Z, 2027-01-31
            2026-12-31T23:00:00Z, 2027-02-01
            """)
    void countFromTheDayOfTheCity(Instant ended, LocalDate over) {
        assertThat(Months.over(ended, 1)).isEqualTo(over);
    }

    @Test
    void theSameDaysAreDueCountedForwardsAndBackwards() {
        var first = LocalDate.of(2027, 1, 1);
        for (var months : new int[] {0, 1, 6, 12, 25}) {
            for (var today = first; today.isBefore(LocalDate.of(2028, 4, 1)); today = today.plusDays(1)) {
                var before = Months.endedBefore(today, months);
                var middle = CityTime.day(before);
                for (var day = middle.minusDays(5); day.isBefore(middle.plusDays(5)); day = day.plusDays(1)) {
                    var noon = CityTime.startOf(day).plusSeconds(43_200);
                    assertThat(noon.isBefore(before))
                            .as("%s and %d months, on %s", day, months, today)
                            .isEqualTo(!Months.over(noon, months).isAfter(today));
                }
            }
        }
    }
}
