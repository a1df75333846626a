package fr.traboule.calendar;

import ch.poole.openinghoursparser.Holiday;
import ch.poole.openinghoursparser.Nth;
import ch.poole.openinghoursparser.Rule;
import ch.poole.openinghoursparser.WeekDay;
import ch.poole.openinghoursparser.WeekDayRange;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the weekdays and holidays of a rule: {@code Fr-Mo}, {@code Tu[1,3]}, {@code Sa[-1] +1 day}, {@code PH,Su}. */
final class WeekdayReader {

    private static final int WEEK = 7;

    private WeekdayReader() {}

    /** {@code PH,Mo} is a holiday or a Monday; {@code PH Mo} is a holiday that falls on a Monday. */
    static Optional<DaySelector> read(Rule rule) {
        var weekdays = DayReader.anyOf(rule.getDays(), range -> Optional.of(weekdays(range)));
        var holidays = DayReader.anyOf(rule.getHolidays(), WeekdayReader::holiday);
        var either = rule.getDays() != null
                && rule.getHolidays() != null
                && rule.getHolidays().stream().allMatch(Holiday::getUseAsWeekDay);
        return either ? weekdays.flatMap(days -> holidays.map(days::or)) : DayReader.both(weekdays, holidays);
    }

    private static Optional<DaySelector> holiday(Holiday holiday) {
        var offset = holiday.getOffset();
        return switch (holiday.getType()) {
            case PH -> Optional.of((date, holidays) -> holidays.isPublicHoliday(date.minusDays(offset)));
            case SH -> offset == 0 ? Optional.of((date, holidays) -> holidays.isSchoolHoliday(date)) : Optional.empty();
        };
    }

    private static DaySelector weekdays(WeekDayRange range) {
        var first = dayOfWeek(range.getStartDay());
        var last = range.getEndDay() == null ? first : dayOfWeek(range.getEndDay());
        return (date, holidays) -> {
            var day = date.minusDays(range.getOffset());
            return daysFrom(first, day.getDayOfWeek()) <= daysFrom(first, last) && isNth(day, range.getNths());
        };
    }

    private static int daysFrom(DayOfWeek first, DayOfWeek other) {
        return Math.floorMod(other.getValue() - first.getValue(), WEEK);
    }

    private static boolean isNth(LocalDate day, @Nullable List<Nth> nths) {
        var fromStart = (day.getDayOfMonth() - 1) / WEEK + 1;
        var fromEnd = -((day.lengthOfMonth() - day.getDayOfMonth()) / WEEK + 1);
        return nths == null
                || nths.stream().anyMatch(nth -> {
                    var last = DayReader.endOr(nth.getStartNth(), nth.getEndNth(), Nth.INVALID_NTH);
                    var place = nth.getStartNth() > 0 ? fromStart : fromEnd;
                    return DayReader.isOneOf(
                            place, Math.min(nth.getStartNth(), last), Math.max(nth.getStartNth(), last), 1);
                });
    }

    static DayOfWeek dayOfWeek(WeekDay day) {
        return DayOfWeek.of(day.ordinal() + 1);
    }
}
