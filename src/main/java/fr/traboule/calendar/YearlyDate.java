package fr.traboule.calendar;

import ch.poole.openinghoursparser.DateWithOffset;
import ch.poole.openinghoursparser.YearRange;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjuster;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.function.Function;

/**
 * A date that comes every year, or once if it names its year: {@code Dec 25 -Su} (the Sunday before),
 * {@code Mar Su[-1]}, {@code easter +1 day}. A month alone is all its days. 29 February exists in leap years only.
 */
record YearlyDate(DateWithOffset written) {

    static final int EVERY_YEAR = YearRange.UNDEFINED_YEAR;

    boolean isYearly() {
        return written.undefinedYear();
    }

    boolean isEndless() {
        return written.isOpenEnded();
    }

    int year() {
        return written.getYear();
    }

    boolean exists() {
        return isEaster() || written.getMonth() != null && (!isDayOfMonth() || written.getDay() <= month().maxLength());
    }

    boolean isInLaterMonth(YearlyDate other) {
        return earliestMonth().compareTo(other.latestMonth()) > 0;
    }

    boolean isLaterInMonth(YearlyDate other) {
        return isDayOfMonth()
                && other.isDayOfMonth()
                && month() == other.month()
                && written.getDay() > other.written.getDay();
    }

    /** The first of its days in that year, if it has any. */
    Optional<LocalDate> first(int year, AssumedHolidays holidays) {
        return inYear(year, holidays, month -> month.atDay(1).plusDays(isDayOfMonth() ? written.getDay() - 1 : 0));
    }

    /** The last of its days in that year, if it has any. */
    Optional<LocalDate> last(int year, AssumedHolidays holidays) {
        return inYear(
                year,
                holidays,
                month -> isDayOfMonth() && month.isValidDay(written.getDay())
                        ? month.atDay(written.getDay())
                        : month.atEndOfMonth());
    }

    private Optional<LocalDate> inYear(int year, AssumedHolidays holidays, Function<YearMonth, LocalDate> dayOfMonth) {
        if (isEaster()) {
            return Optional.of(moved(holidays.easter(year)));
        }
        var month = YearMonth.of(year, month());
        if (written.getNthWeekDay() == null) {
            return Optional.of(moved(dayOfMonth.apply(month)));
        }
        var weekday = WeekdayReader.dayOfWeek(written.getNthWeekDay());
        return Optional.of(month.atDay(1).with(TemporalAdjusters.dayOfWeekInMonth(written.getNth(), weekday)))
                .filter(day -> YearMonth.from(day).equals(month))
                .map(this::moved);
    }

    private LocalDate moved(LocalDate date) {
        var weekday = written.getWeekDayOffset();
        var near = weekday == null ? date : date.with(next(WeekdayReader.dayOfWeek(weekday)));
        return near.plusDays(written.getDayOffset());
    }

    private TemporalAdjuster next(DayOfWeek weekday) {
        return written.isWeekDayOffsetPositive()
                ? TemporalAdjusters.next(weekday)
                : TemporalAdjusters.previous(weekday);
    }

    private boolean isEaster() {
        return written.getVarDate() != null;
    }

    private boolean isDayOfMonth() {
        return written.getDay() != DateWithOffset.UNDEFINED_MONTH_DAY;
    }

    private Month earliestMonth() {
        return isEaster() ? Month.MARCH : month();
    }

    private Month latestMonth() {
        return isEaster() ? Month.APRIL : month();
    }

    private Month month() {
        return Month.of(written.getMonth().ordinal() + 1);
    }
}
