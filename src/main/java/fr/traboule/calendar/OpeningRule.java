package fr.traboule.calendar;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One rule of opening hours: on which days, which hours, and how it joins the rules before it. */
record OpeningRule(
        Joint joint,
        DaySelector days,
        List<Hours> hours,
        @Nullable String comment) {

    enum Joint {
        /** {@code ;} replaces what the rules before said of the day. */
        REPLACES,
        /** {@code ,} is laid over it. */
        ADDS,
        /** {@code ||} fills what they left closed. */
        FALLS_BACK
    }

    /**
     * A rule that closes certain hours is laid over the day whatever its separator; one that closes the whole day
     * cancels what would have begun that day, even after midnight.
     */
    boolean replacesDay() {
        if (hours.stream().allMatch(Hours::closed)) {
            return joint != Joint.FALLS_BACK && hours.stream().anyMatch(Hours::wholeDay);
        }
        return joint == Joint.REPLACES;
    }
}
