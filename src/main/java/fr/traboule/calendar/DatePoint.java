package fr.traboule.calendar;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A date as people say it: of every year, or of one; a day, or the whole month.
 *
 * @param year absent: every year
 * @param day absent: the whole month
 */
public record DatePoint(
        @Nullable Integer year, Month month, @Nullable Integer day) {

    boolean exists() {
        var longest =
                year == null ? month.maxLength() : YearMonth.of(year, month).lengthOfMonth();
        return day == null || day >= 1 && day <= longest;
    }

    DatePoint in(int someYear) {
        return new DatePoint(someYear, month, day);
    }

    /** In that year, if this date has none of its own. */
    LocalDate first(int anyYear) {
        return YearMonth.of(year == null ? anyYear : year, month).atDay(day == null ? 1 : day);
    }

    LocalDate last(int anyYear) {
        var inYear = YearMonth.of(year == null ? anyYear : year, month);
        return day == null ? inYear.atEndOfMonth() : inYear.atDay(Math.min(day, inYear.lengthOfMonth()));
    }
}
