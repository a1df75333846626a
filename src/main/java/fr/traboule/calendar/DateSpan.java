package fr.traboule.calendar;

import java.time.LocalDate;
import java.util.stream.IntStream;

/** From one date to another, both included, every year or once. */
record DateSpan(YearlyDate from, YearlyDate to) implements DaySelector {

    /** Whether one can tell when it begins and ends; a span that does not say so must not be guessed. */
    boolean isClear() {
        if (!from.exists() || !to.exists() || from.isYearly() && (from.isEndless() || !to.isYearly())) {
            return false;
        }
        return to.isYearly() || to.year() == from.year() && !crossesNewYear()
                ? !from.isLaterInMonth(to)
                : to.year() > from.year();
    }

    @Override
    public boolean matches(LocalDate date, AssumedHolidays holidays) {
        // One that began last year may not be over, and an offset may bring the next one forward.
        var years = from.isYearly()
                ? IntStream.rangeClosed(date.getYear() - 1, date.getYear() + 1)
                : IntStream.of(from.year());
        return years.anyMatch(year -> holds(year, date, holidays));
    }

    private boolean holds(int year, LocalDate date, AssumedHolidays holidays) {
        var lastYear = to.isYearly() ? year + (crossesNewYear() ? 1 : 0) : to.year();
        var begun = from.first(year, holidays).filter(first -> !date.isBefore(first));
        var notOver = to.last(lastYear, holidays).filter(last -> !date.isAfter(last));
        return begun.isPresent() && (from.isEndless() || notOver.isPresent());
    }

    private boolean crossesNewYear() {
        return from.isInLaterMonth(to);
    }
}
