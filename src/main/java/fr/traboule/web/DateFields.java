package fr.traboule.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A date as it is asked: day, month and year in three fields, each as it was typed. */
public record DateFields(
        @Nullable String day,
        @Nullable String month,
        @Nullable String year) {

    public static DateFields of(LocalDate date) {
        return new DateFields(
                String.valueOf(date.getDayOfMonth()),
                String.valueOf(date.getMonthValue()),
                String.valueOf(date.getYear()));
    }

    public boolean isEmpty() {
        return isBlank(day) && isBlank(month) && isBlank(year);
    }

    /** Empty where the three do not make a real date. */
    public Optional<LocalDate> date() {
        try {
            return Optional.of(LocalDate.of(number(year), number(month), number(day)));
        } catch (NumberFormatException | DateTimeException notADate) {
            return Optional.empty();
        }
    }

    private static int number(@Nullable String digits) {
        return Integer.parseInt(digits == null ? "" : digits.strip());
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
