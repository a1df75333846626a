package fr.traboule.web;

import fr.traboule.calendar.CityTime;
import java.time.Instant;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, as a time line tells it.
 *
 * @param title what happened, in a few words
 * @param by who did it, where that is told
 * @param words what was said then, as it was typed
 * @param internal whether only the city's own people see it
 */
public record TimelineEntry(
        Instant at,
        String title,
        @Nullable String by,
        @Nullable String words,
        boolean internal) {

    /** The very beginning of a day is a day of which nobody knows the hour: that of a stamp. */
    public boolean isByDay() {
        return CityTime.time(at).equals(LocalTime.MIDNIGHT);
    }
}
