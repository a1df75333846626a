package fr.traboule.calendar;

import ch.poole.openinghoursparser.DateRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the dates of a rule: {@code Dec 24-Jan 02}, {@code 2026 Jul 06-2026 Aug 29}, {@code easter -2 days}. */
final class DateReader {

    private DateReader() {}

    static Optional<DaySelector> read(@Nullable List<DateRange> ranges) {
        return DayReader.anyOf(ranges == null ? null : withYears(ranges), DateReader::range);
    }

    /** A year holds until another is written: {@code 2026 Jan,Feb} is twice in 2026. */
    static List<DateRange> withYears(List<DateRange> ranges) {
        var dated = new ArrayList<DateRange>();
        var year = YearlyDate.EVERY_YEAR;
        for (var written : ranges) {
            var range = written.copy();
            var start = range.getStartDate();
            var end = range.getEndDate();
            if (start.undefinedYear()) {
                start.setYear(year);
            }
            year = end == null || end.undefinedYear() ? start.getYear() : end.getYear();
            dated.add(range);
        }
        return dated;
    }

    private static Optional<DaySelector> range(DateRange range) {
        var start = range.getStartDate();
        var end = range.getEndDate() == null ? start : range.getEndDate();
        if (end.getMonth() == null && end.getVarDate() == null) {
            end.setMonth(start.getMonth());
        }
        var span = new DateSpan(new YearlyDate(start), new YearlyDate(end));
        return range.getInterval() == 0 && span.isClear() ? Optional.of(span) : Optional.empty();
    }
}
