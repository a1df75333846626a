package fr.traboule.calendar;

import java.time.ZonedDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A part of a day in one state, from its first instant to the one after its last. What no span covers is closed; a
 * closed span is there for its comment.
 *
 * @param comment what the hours say beside the state, in whatever language they were written
 */
public record OpenSpan(
        ZonedDateTime from,
        ZonedDateTime to,
        OpenState state,
        @Nullable String comment) {

    boolean continuedBy(OpenSpan next) {
        return to.equals(next.from) && state == next.state && Objects.equals(comment, next.comment);
    }

    OpenSpan until(ZonedDateTime end) {
        return new OpenSpan(from, end, state, comment);
    }
}
