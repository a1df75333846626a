package fr.traboule.retention;

import fr.traboule.calendar.CityTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/**
 * Periods in months, as calendars count them: from a day to the day of the same number, or to the last one where the month is
 * shorter. Days are those of the city.
 */
final class Months {

    private Months() {}

    /** The day on which that many months are over. */
    static LocalDate over(Instant ended, int months) {
        return CityTime.day(ended).plusMonths(months);
    }

    /** What ended before that instant, and nothing else, is over on that day: the months are counted backwards. */
    static Instant endedBefore(LocalDate today, int months) {
        var same = today.minusMonths(months);
        // The 28th of February ends what began on the 31st of August too.
        var isLast = today.getDayOfMonth() == today.lengthOfMonth();
        var last = isLast ? same.with(TemporalAdjusters.lastDayOfMonth()) : same;
        return CityTime.startOf(last.plusDays(1));
    }
}
