package fr.traboule.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Public and school holidays with an answer for every day: where school holidays are not published, the one we assume.
 * Hours that come out the same under every assumption are certain all the same.
 */
record AssumedHolidays(CityCalendar calendar, Set<LocalDate> assumedSchoolHolidays) {

    /** Every assumption that the hours of a day, and of the night before it, may depend on. */
    static List<AssumedHolidays> around(LocalDate date, CityCalendar calendar) {
        var assumptions = Stream.of(Set.<LocalDate>of());
        for (var day : List.of(date.minusDays(1), date)) {
            if (calendar.schoolHolidays().isHoliday(day) == SchoolHolidays.Answer.UNKNOWN) {
                assumptions = assumptions.flatMap(without -> Stream.of(without, with(without, day)));
            }
        }
        return assumptions.map(days -> new AssumedHolidays(calendar, days)).toList();
    }

    boolean isPublicHoliday(LocalDate date) {
        return calendar.workingDays().isHoliday(date);
    }

    boolean isSchoolHoliday(LocalDate date) {
        return switch (calendar.schoolHolidays().isHoliday(date)) {
            case YES -> true;
            case NO -> false;
            case UNKNOWN -> assumedSchoolHolidays.contains(date);
        };
    }

    LocalDate easter(int year) {
        return calendar.workingDays().easter(year);
    }

    private static Set<LocalDate> with(Set<LocalDate> days, LocalDate day) {
        return Stream.concat(days.stream(), Stream.of(day)).collect(Collectors.toUnmodifiableSet());
    }
}
