package fr.traboule.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** The part of the year that hours are about. */
public sealed interface Season {

    Season ALL_YEAR = new AllYear();
    Season IN_SCHOOL_HOLIDAYS = new InSchoolHolidays();
    Season ON_PUBLIC_HOLIDAYS = new OnPublicHolidays();

    record AllYear() implements Season {}

    record InSchoolHolidays() implements Season {}

    record OnPublicHolidays() implements Season {}

    /** Whole months, days, or from one day to another; one at least, none over another. */
    record OnDates(List<DatePeriod> periods) implements Season {

        private static final LocalDate LEAP_YEAR = LocalDate.of(2024, 1, 1);

        public OnDates {
            periods = DatePeriod.joined(periods);
        }

        boolean isClear() {
            return periods.stream().allMatch(DatePeriod::isClear)
                    && IntStream.range(0, periods.size())
                            .noneMatch(i -> overlap(List.of(periods.get(i)), periods.subList(i + 1, periods.size())));
        }

        boolean hasSingleDays() {
            return periods.stream().anyMatch(DatePeriod::isOneDay);
        }

        boolean hasOnlySingleDays() {
            return periods.stream().allMatch(DatePeriod::isOneDay);
        }

        boolean overlaps(OnDates other) {
            return overlap(periods, other.periods);
        }

        private static boolean overlap(List<DatePeriod> some, List<DatePeriod> others) {
            return some.stream().anyMatch(one -> others.stream().anyMatch(other -> overlap(one, other)));
        }

        private static boolean overlap(DatePeriod one, DatePeriod other) {
            var dated = one.isYearly() ? other : one;
            return dated.days(LEAP_YEAR.getYear()).anyMatch(day -> one.contains(day) && other.contains(day));
        }
    }
}
