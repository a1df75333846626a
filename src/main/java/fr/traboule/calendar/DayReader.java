package fr.traboule.calendar;

import ch.poole.openinghoursparser.Rule;
import ch.poole.openinghoursparser.WeekRange;
import ch.poole.openinghoursparser.YearRange;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the days of a rule; empty when one of its parts is among those {@link OpeningHours} says we do not compute. */
final class DayReader {

    private static final int LAST_WEEK = 53;

    private DayReader() {}

    static Optional<DaySelector> read(Rule rule) {
        return Stream.of(
                        anyOf(rule.getYears(), DayReader::years),
                        DateReader.read(rule.getDates()),
                        anyOf(rule.getWeeks(), DayReader::weeks),
                        WeekdayReader.read(rule))
                .reduce(DayReader::both)
                .orElseThrow();
    }

    static <T> Optional<DaySelector> anyOf(@Nullable List<T> parts, Function<T, Optional<DaySelector>> reader) {
        var read = Stream.ofNullable(parts).flatMap(List::stream).map(reader).toList();
        return read.stream().allMatch(Optional::isPresent)
                ? Optional.of(DaySelector.anyOf(
                        read.stream().map(Optional::orElseThrow).toList()))
                : Optional.empty();
    }

    static Optional<DaySelector> both(Optional<DaySelector> one, Optional<DaySelector> other) {
        return one.flatMap(first -> other.map(first::and));
    }

    private static Optional<DaySelector> years(YearRange range) {
        var first = range.getStartYear();
        var last = range.isOpenEnded() ? Integer.MAX_VALUE : endOr(first, range.getEndYear(), YearRange.UNDEFINED_YEAR);
        var step = Math.max(1, range.getInterval());
        return first > last
                ? Optional.empty()
                : Optional.of((date, holidays) -> isOneOf(date.getYear(), first, last, step));
    }

    private static Optional<DaySelector> weeks(WeekRange range) {
        var first = range.getStartWeek();
        var last = endOr(first, range.getEndWeek(), WeekRange.UNDEFINED_WEEK);
        var step = Math.max(1, range.getInterval());
        if (first > LAST_WEEK || last > LAST_WEEK || first > last && step > 1) {
            return Optional.empty();
        }
        return Optional.of((date, holidays) -> {
            var week = date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
            return first <= last ? isOneOf(week, first, last, step) : week >= first || week <= last;
        });
    }

    /** The end of a range, which is its start when none is written. */
    static int endOr(int start, int end, int undefined) {
        return end == undefined ? start : end;
    }

    static boolean isOneOf(int number, int first, int last, int step) {
        return number >= first && number <= last && (number - first) % step == 0;
    }
}
