package fr.traboule.calendar;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * The published school holidays of one zone (Lyon: zone A). They are published a few years ahead: we know nothing
 * before the first day of the first holiday given nor after the last day of the last, and nothing from an empty list.
 */
public record SchoolHolidays(List<SchoolHoliday> published) {

    /** {@code UNKNOWN}: the calendar of that day is not published, or we do not have it. */
    public enum Answer {
        YES,
        NO,
        UNKNOWN
    }

    public SchoolHolidays {
        published = published.stream()
                .sorted(Comparator.comparing(SchoolHoliday::from))
                .toList();
    }

    public Answer isHoliday(LocalDate date) {
        if (published.stream().anyMatch(holiday -> holiday.includes(date))) {
            return Answer.YES;
        }
        var begun = published.stream().anyMatch(holiday -> holiday.to().isBefore(date));
        var goesOn = published.stream().anyMatch(holiday -> holiday.from().isAfter(date));
        return begun && goesOn ? Answer.NO : Answer.UNKNOWN;
    }
}
