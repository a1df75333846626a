package fr.traboule.calendar;

import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What to say of a place at one instant: its state, the comment of its hours, and what comes next. {@code next} is
 * absent when nothing changes within {@link OpeningTimes#HORIZON}.
 */
public sealed interface OpenStatus {

    /** The first instant of another state. An open place whose next state is unknown is open at least until then. */
    record Change(ZonedDateTime at, OpenState to) {}

    record OpenNow(@Nullable Change next, @Nullable String comment) implements OpenStatus {}

    record ClosedNow(@Nullable Change next, @Nullable String comment) implements OpenStatus {}

    record NotKnown(@Nullable Change next, @Nullable String comment) implements OpenStatus {}
}
