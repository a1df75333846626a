package fr.traboule.calendar;

import fr.traboule.calendar.WrittenDays.Days;
import org.jspecify.annotations.Nullable;

/** One thing that typed hours say. */
sealed interface Clause {

    /** As it was typed. */
    String part();

    /**
     * What is planned on some days.
     *
     * @param days absent: those of the ordinary week
     * @param only instead of what is said of these days otherwise
     */
    record Planned(Season season, @Nullable Days days, DayPlan plan, boolean only, String part) implements Clause {}

    /** A part of the year in which the days are closed, unless something else is said of them. */
    record LeftOut(Season season, Days days, String part) implements Clause {}

    /** What was said of these days is about the rest of the year: they are closed in other seasons that do not name them. */
    record RestOfYear(Days days, String part) implements Clause {}

    /** A pause in the hours of these days. */
    record Pause(Season season, Days days, Shift pause, String part) implements Clause {}
}
