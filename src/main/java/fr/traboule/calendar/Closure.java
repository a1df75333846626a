package fr.traboule.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * An exceptional closure (« fermeture exceptionnelle ») that overrides opening hours, in the city's local time, to the
 * minute: {@code from} is closed, {@code to} is not any more. On a day it covers whole, nothing that would have begun
 * that day begins: neither does the part of the evening that comes after midnight.
 *
 * @param reason shown as it is, if there is one
 */
public record Closure(
        LocalDateTime from, LocalDateTime to, @Nullable String reason) {

    public Closure {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("A closure ends on %s, not after it begins on %s".formatted(to, from));
        }
    }

    /** Whole days, both included. */
    public static Closure ofDays(LocalDate first, LocalDate last, @Nullable String reason) {
        return new Closure(first.atStartOfDay(), last.plusDays(1).atStartOfDay(), reason);
    }

    boolean coversWhole(LocalDate date) {
        return !from.isAfter(date.atStartOfDay())
                && !to.isBefore(date.plusDays(1).atStartOfDay());
    }
}
