package fr.traboule.web;

import static java.time.format.TextStyle.FULL;
import static java.time.temporal.ChronoField.DAY_OF_MONTH;
import static java.time.temporal.ChronoField.DAY_OF_WEEK;
import static java.time.temporal.ChronoField.MONTH_OF_YEAR;
import static java.time.temporal.ChronoField.YEAR;

import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.ULocale;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Dates, times and numbers as each language writes them. */
final class Formats {

    private static final Map<Language, Formats> ALL =
            Arrays.stream(Language.values()).collect(Collectors.toUnmodifiableMap(Function.identity(), Formats::new));

    private final Language language;
    private final DateTimeFormatter date;
    private final DateTimeFormatter dayAndMonth;
    private final DateTimeFormatter weekday;
    private final DateTimeFormatter digits;

    private Formats(Language language) {
        this.language = language;
        date = new DateTimeFormatterBuilder()
                .appendText(DAY_OF_MONTH, daysOfMonth(language))
                .appendLiteral(' ')
                .appendText(MONTH_OF_YEAR, FULL)
                .appendLiteral(' ')
                .appendValue(YEAR)
                .toFormatter(language.locale());
        dayAndMonth = new DateTimeFormatterBuilder()
                .appendText(DAY_OF_MONTH, daysOfMonth(language))
                .appendLiteral(' ')
                .appendText(MONTH_OF_YEAR, FULL)
                .toFormatter(language.locale());
        weekday = new DateTimeFormatterBuilder().appendText(DAY_OF_WEEK, FULL).toFormatter(language.locale());
        digits = DateTimeFormatter.ofPattern("dd/MM/uuuu", language.locale());
    }

    static Formats of(Language language) {
        return Objects.requireNonNull(ALL.get(language));
    }

    /** « 22 novembre 2026 » */
    String date(LocalDate day) {
        return date.format(day);
    }

    /** « dimanche 22 novembre 2026 » */
    String longDate(LocalDate day) {
        return weekday.format(day) + " " + date.format(day);
    }

    /** « 22 novembre » */
    String dayAndMonth(MonthDay day) {
        return dayAndMonth.format(day);
    }

    /** « novembre » */
    String month(Month month) {
        return month.getDisplayName(TextStyle.FULL_STANDALONE, language.locale());
    }

    /** « dimanche » */
    String weekday(LocalDate day) {
        return weekday.format(day);
    }

    String weekday(DayOfWeek day) {
        return day.getDisplayName(FULL, language.locale());
    }

    /** « lundi, mardi et jeudi » */
    String list(List<String> items) {
        return ListFormatter.getInstance(ULocale.forLocale(language.numberLocale()))
                .format(items);
    }

    /** « 22/11/2026 », for tables. */
    String shortDate(LocalDate day) {
        return digits.format(day);
    }

    /** « 8 h 45 », « 14 h » in French; « 08:45 » elsewhere. */
    String time(LocalTime time) {
        if (language != Language.FR) {
            return "%02d:%02d".formatted(time.getHour(), time.getMinute());
        }
        return time.getMinute() == 0
                ? "%d\u00a0h".formatted(time.getHour())
                : "%d\u00a0h\u00a0%02d".formatted(time.getHour(), time.getMinute());
    }

    String number(long number) {
        return NumberFormat.getInstance(ULocale.forLocale(language.numberLocale()))
                .format(number);
    }

    /** French alone writes « 1er » for the first. */
    private static Map<Long, String> daysOfMonth(Language language) {
        return IntStream.rangeClosed(1, (int) ChronoField.DAY_OF_MONTH.range().getMaximum())
                .boxed()
                .collect(Collectors.toMap(
                        Integer::longValue, day -> day == 1 && language == Language.FR ? "1er" : String.valueOf(day)));
    }
}
