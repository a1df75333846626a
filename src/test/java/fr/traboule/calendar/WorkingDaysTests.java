package fr.traboule.calendar;

import static fr.traboule.calendar.CalendarFixture.date;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The list beside comes from etalab/jours-feries-france-data (Licence Ouverte): metropolitan France, 2006 to 2031. */
class WorkingDaysTests {

    private static final int FIRST_YEAR = 2006;
    private static final int LAST_YEAR = 2031;

    private final WorkingDays workingDays = new WorkingDays();

    @Test
    void holidaysAreThoseOfTheOfficialList() throws IOException {
        var computed = date(FIRST_YEAR + "-01-01")
                .datesUntil(date(LAST_YEAR + 1 + "-01-01"))
                .filter(workingDays::isHoliday)
                .collect(Collectors.toSet());

        assertThat(computed).isEqualTo(officialHolidays());
    }

    @Test
    void twoHolidaysOnOneDayAreOneDayOff() {
        assertThat(workingDays.isHoliday(date("2008-05-01"))).isTrue();
        assertThat(workingDays.workingDaysBetween(date("2008-04-30"), date("2008-05-02")))
                .isEqualTo(1);
    }

    @Test
    void goodFridayAndSecondChristmasDayAreWorkedInLyon() {
        assertThat(workingDays.isWorkingDay(date("2026-04-03"))).isTrue();
        assertThat(workingDays.isWorkingDay(date("2025-12-26"))).isTrue();
    }

    @Test
    void saturdaySundayAndHolidaysAreNotWorked() {
        assertThat(workingDays.isWorkingDay(date("2026-05-02"))).isFalse();
        assertThat(workingDays.isWorkingDay(date("2026-05-03"))).isFalse();
        assertThat(workingDays.isWorkingDay(date("2026-05-01"))).isFalse();
        assertThat(workingDays.isWorkingDay(date("2026-05-04"))).isTrue();
    }

    /** Vector T4: an e-mail received on Saturday 9 May 2026; 14 and 25 May are holidays. */
    @Test
    void workingDaysAreCountedFromTheDayAfter() {
        var received = date("2026-05-09");

        assertThat(workingDays.plus(received, 0)).isEqualTo(received);
        assertThat(workingDays.plus(received, 1)).isEqualTo("2026-05-11");
        assertThat(workingDays.plus(received, 10)).isEqualTo("2026-05-26");
    }

    /** Vectors T2 and T3: the last day falls on a Sunday, then on a Monday that is worked. */
    @Test
    void aLastDayThatIsNotWorkedMovesToTheNextThatIs() {
        assertThat(workingDays.onOrAfter(date("2007-12-02"))).isEqualTo("2007-12-03");
        assertThat(workingDays.onOrAfter(date("2025-01-13"))).isEqualTo("2025-01-13");
    }

    @Test
    void countingBackGivesWhatWasAdded() {
        var start = date("2026-04-01");

        IntStream.range(0, 300)
                .forEach(days -> assertThat(workingDays.workingDaysBetween(start, workingDays.plus(start, days)))
                        .isEqualTo(days));
    }

    @Test
    void thereAreNoWorkingDaysBackwards() {
        assertThatIllegalArgumentException().isThrownBy(() -> workingDays.plus(date("2026-05-09"), -1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> workingDays.workingDaysBetween(date("2026-05-09"), date("2026-05-08")));
    }

    @Test
    void manyThreadsGetTheSameAnswer() {
        var fresh = new WorkingDays();

        var holidays = IntStream.rangeClosed(1990, 2090)
                .parallel()
                .filter(year -> fresh.isHoliday(LocalDate.of(year, 5, 1)) && !fresh.isHoliday(LocalDate.of(year, 5, 2)))
                .count();

        assertThat(holidays).isEqualTo(101);
    }

    private static Set<LocalDate> officialHolidays() throws IOException {
        var list = Objects.requireNonNull(WorkingDaysTests.class.getResourceAsStream("jours_feries_metropole.csv"));
        try (var lines = new BufferedReader(new InputStreamReader(list, UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .map(line -> date(line.substring(0, line.indexOf(','))))
                    .collect(Collectors.toSet());
        }
    }
}
