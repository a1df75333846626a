package fr.traboule.calendar;

import java.time.LocalDate;
import java.util.List;

/** The days a rule is about. */
@FunctionalInterface
interface DaySelector {

    DaySelector EVERY_DAY = (date, holidays) -> true;

    boolean matches(LocalDate date, AssumedHolidays holidays);

    default DaySelector and(DaySelector other) {
        return (date, holidays) -> matches(date, holidays) && other.matches(date, holidays);
    }

    default DaySelector or(DaySelector other) {
        return (date, holidays) -> matches(date, holidays) || other.matches(date, holidays);
    }

    static DaySelector anyOf(List<DaySelector> selectors) {
        return selectors.stream().reduce(DaySelector::or).orElse(EVERY_DAY);
    }
}
