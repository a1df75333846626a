package fr.traboule.web;

import java.time.Instant;
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
        boolean internal) {}
