package fr.traboule.calendar;

import ch.poole.openinghoursparser.DateRange;
import ch.poole.openinghoursparser.DateWithOffset;
import ch.poole.openinghoursparser.Holiday;
import ch.poole.openinghoursparser.Nth;
import ch.poole.openinghoursparser.Rule;
import ch.poole.openinghoursparser.WeekDayRange;
import ch.poole.openinghoursparser.WeekRange;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the days of a rule; none when words cannot tell them. */
final class RuleTargets {

    private static final int WEEK = 7;

    record Target(Season season, Weekday day) {}

    private RuleTargets() {}

    static List<Target> of(Rule rule) {
        var days = weekdays(rule.getDays());
        if (days.isEmpty() || isSome(rule.getYears())) {
            return List.of();
        }
        if (isSome(rule.getWeeks())) {
            return isSome(rule.getDates()) || isSome(rule.getHolidays())
                    ? List.of()
                    : inWeeks(rule.getWeeks(), days.get());
        }
        if (isSome(rule.getDates())) {
            return isSome(rule.getHolidays()) ? List.of() : onDates(rule.getDates(), days.get());
        }
        return isSome(rule.getHolidays()) ? onHolidays(rule, days.get()) : in(Season.ALL_YEAR, days.get());
    }

    private static boolean isSome(@Nullable List<?> parts) {
        return parts != null && !parts.isEmpty();
    }

    private static List<Target> in(Season season, List<Weekday> days) {
        return days.stream().map(day -> new Target(season, day)).toList();
    }

    private static List<Target> onHolidays(Rule rule, List<Weekday> days) {
        var holidays = rule.getHolidays();
        if (!holidays.stream().allMatch(holiday -> holiday.getOffset() == 0)) {
            return List.of();
        }
        if (!isSome(rule.getDays()) || holidays.stream().allMatch(Holiday::getUseAsWeekDay)) {
            var ordinary = isSome(rule.getDays()) ? in(Season.ALL_YEAR, days).stream() : Stream.<Target>of();
            return Stream.concat(
                            ordinary, holidays.stream().flatMap(holiday -> in(season(holiday), Weekday.ALL).stream()))
                    .toList();
        }
        return holidays.stream().allMatch(holiday -> holiday.getType() == Holiday.Type.SH)
                ? in(Season.IN_SCHOOL_HOLIDAYS, days)
                : List.of();
    }

    private static Season season(Holiday holiday) {
        return switch (holiday.getType()) {
            case PH -> Season.ON_PUBLIC_HOLIDAYS;
            case SH -> Season.IN_SCHOOL_HOLIDAYS;
        };
    }

    private static List<Target> inWeeks(List<WeekRange> weeks, List<Weekday> days) {
        var range = weeks.getFirst();
        var everyOther = weeks.size() == 1 && range.getInterval() == 2;
        if (!everyOther || !days.stream().allMatch(Weekday::isOfEveryWeek)) {
            return List.of();
        }
        if (range.getStartWeek() == 1 && range.getEndWeek() == 53) {
            return in(Season.ALL_YEAR, in(Recurrence.ODD_WEEKS, days));
        }
        return range.getStartWeek() == 2 && range.getEndWeek() >= 52
                ? in(Season.ALL_YEAR, in(Recurrence.EVEN_WEEKS, days))
                : List.of();
    }

    private static List<Weekday> in(Recurrence recurrence, List<Weekday> days) {
        return days.stream().map(day -> new Weekday(recurrence, day.day())).toList();
    }

    private static List<Target> onDates(List<DateRange> ranges, List<Weekday> days) {
        var periods = new ArrayList<DatePeriod>();
        for (var range : DateReader.withYears(ranges)) {
            var end = range.getEndDate() == null ? range.getStartDate() : range.getEndDate();
            if (range.getInterval() != 0 || !isPlain(range.getStartDate()) || !isPlain(end)) {
                return List.of();
            }
            periods.add(new DatePeriod(point(range.getStartDate()), point(end)));
        }
        var season = new Season.OnDates(periods);
        return season.isClear() ? in(season, days) : List.of();
    }

    private static boolean isPlain(DateWithOffset date) {
        return date.getMonth() != null
                && date.getVarDate() == null
                && date.getNthWeekDay() == null
                && date.getWeekDayOffset() == null
                && date.getDayOffset() == 0
                && !date.isOpenEnded();
    }

    private static DatePoint point(DateWithOffset date) {
        return new DatePoint(
                date.undefinedYear() ? null : date.getYear(),
                Month.of(date.getMonth().ordinal() + 1),
                date.getDay() == DateWithOffset.UNDEFINED_MONTH_DAY ? null : date.getDay());
    }

    private static Optional<List<Weekday>> weekdays(@Nullable List<WeekDayRange> ranges) {
        if (ranges == null || ranges.isEmpty()) {
            return Optional.of(Weekday.ALL);
        }
        var days = new ArrayList<Weekday>();
        for (var range : ranges) {
            var recurrence = recurrence(range);
            if (range.getOffset() != 0 || !recurrence.isClear()) {
                return Optional.empty();
            }
            var first = WeekdayReader.dayOfWeek(range.getStartDay());
            var last = range.getEndDay() == null ? first : WeekdayReader.dayOfWeek(range.getEndDay());
            for (var day = 0; day <= Math.floorMod(last.getValue() - first.getValue(), WEEK); day++) {
                days.add(new Weekday(recurrence, first.plus(day)));
            }
        }
        return Optional.of(days.stream().distinct().toList());
    }

    private static Recurrence recurrence(WeekDayRange range) {
        return range.getNths() == null || range.getNths().isEmpty()
                ? Recurrence.EVERY_WEEK
                : Recurrence.ofMonth(range.getNths().stream()
                        .flatMap(nth -> places(nth).boxed())
                        .toList());
    }

    private static IntStream places(Nth nth) {
        var last = nth.getEndNth() == Nth.INVALID_NTH ? nth.getStartNth() : nth.getEndNth();
        return IntStream.rangeClosed(Math.min(nth.getStartNth(), last), Math.max(nth.getStartNth(), last));
    }
}
