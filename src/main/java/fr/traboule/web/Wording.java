package fr.traboule.web;

import fr.traboule.calendar.CityTime;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Texts, dates and numbers in one language: what pages and messages to people are written with. */
public class Wording {

    private final Messages messages;
    private final Language language;
    private final Formats formats;

    Wording(Messages messages, Language language) {
        this.messages = messages;
        this.language = language;
        this.formats = Formats.of(language);
    }

    public final Language language() {
        return language;
    }

    /** The text of that key, its gaps filled with the arguments. */
    public final String text(String key, @Nullable Object... arguments) {
        return messages.getMessage(key, arguments, language.locale());
    }

    public final String text(Labelled labelled) {
        return text(labelled.textKey());
    }

    /** What a permission lets somebody do, by its code: each module says it of its own ({@code module.permission.name}). */
    public final String permission(String code) {
        return text(code.replaceFirst("\\.", ".permission."));
    }

    /** « 22 novembre 2026 » */
    public final String date(LocalDate day) {
        return formats.date(day);
    }

    public final String date(Instant instant) {
        return formats.date(CityTime.day(instant));
    }

    /** « dimanche 22 novembre 2026 » */
    public final String longDate(LocalDate day) {
        return formats.longDate(day);
    }

    /** « dimanche » */
    public final String weekday(LocalDate day) {
        return formats.weekday(day);
    }

    public final String weekday(DayOfWeek day) {
        return formats.weekday(day);
    }

    /** « 22 novembre » */
    public final String dayAndMonth(MonthDay day) {
        return formats.dayAndMonth(day);
    }

    /** « novembre » */
    public final String month(Month month) {
        return formats.month(month);
    }

    /** « lundi, mardi et jeudi » */
    public final String list(List<String> items) {
        return formats.list(items);
    }

    /** « 22/11/2026 », for tables. */
    public final String shortDate(LocalDate day) {
        return formats.shortDate(day);
    }

    public final String shortDate(Instant instant) {
        return formats.shortDate(CityTime.day(instant));
    }

    /** « 8 h 45 » */
    public final String time(LocalTime time) {
        return formats.time(time);
    }

    /** « 22 novembre 2026 à 8 h 45 » */
    public final String dateTime(Instant instant) {
        return text("web.dateTime", formats.date(CityTime.day(instant)), formats.time(CityTime.time(instant)));
    }

    public final String number(long number) {
        return formats.number(number);
    }
}
