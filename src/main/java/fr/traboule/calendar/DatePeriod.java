package fr.traboule.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** From one date to another, both included; every year, or once. */
public record DatePeriod(DatePoint from, DatePoint to) {

    public boolean isOneDay() {
        return from.equals(to) && from.day() != null;
    }

    /** Every year, from the beginning of a month to the end of one. */
    public boolean isOfWholeMonths() {
        return isYearly() && from.day() == null && to.day() == null;
    }

    boolean isYearly() {
        return from.year() == null;
    }

    boolean exists() {
        return from.exists() && to.exists();
    }

    /** Whether its dates exist and one can tell when it begins and ends. */
    boolean isClear() {
        if (!exists() || (from.year() == null) != (to.year() == null) || (from.day() == null) != (to.day() == null)) {
            return false;
        }
        return isYearly()
                ? from.month() != to.month() || !from.first(2024).isAfter(to.last(2024))
                : !from.first(0).isAfter(to.last(0));
    }

    /** Its days; if it has no year of its own, those that begin in this one. */
    Stream<LocalDate> days(int year) {
        var first = from.first(year);
        var last = to.last(year);
        return first.datesUntil((last.isBefore(first) ? to.last(year + 1) : last).plusDays(1));
    }

    boolean contains(LocalDate date) {
        return isYearly()
                ? Stream.of(date.getYear() - 1, date.getYear())
                        .anyMatch(year -> within(date, from.first(year), lastAfter(year)))
                : within(date, from.first(0), to.last(0));
    }

    private LocalDate lastAfter(int year) {
        var last = to.last(year);
        return last.isBefore(from.first(year)) ? to.last(year + 1) : last;
    }

    private static boolean within(LocalDate date, LocalDate first, LocalDate last) {
        return !date.isBefore(first) && !date.isAfter(last);
    }

    /** Months that follow one another are one period. */
    static List<DatePeriod> joined(List<DatePeriod> periods) {
        var joined = new ArrayList<DatePeriod>();
        for (var period : periods) {
            if (!joined.isEmpty() && joined.getLast().isContinuedBy(period)) {
                joined.addLast(new DatePeriod(joined.removeLast().from, period.to));
            } else {
                joined.add(period);
            }
        }
        return List.copyOf(joined);
    }

    private boolean isContinuedBy(DatePeriod next) {
        return isOfWholeMonths()
                && next.isOfWholeMonths()
                && to.month().plus(1) == next.from.month()
                && from.month() != next.from.month();
    }
}
