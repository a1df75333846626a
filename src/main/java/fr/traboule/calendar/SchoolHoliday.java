package fr.traboule.calendar;

import java.time.LocalDate;

/** One school holiday (« vacances scolaires ») of one zone: its first and last day without lessons, both included. */
public record SchoolHoliday(LocalDate from, LocalDate to) {

    public SchoolHoliday {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(
                    "A school holiday ends on %s before it begins on %s".formatted(to, from));
        }
    }

    boolean includes(LocalDate date) {
        return !date.isBefore(from) && !date.isAfter(to);
    }
}
