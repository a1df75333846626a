package fr.traboule.calendar;

import java.time.LocalTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One stretch of hours of a day, in minutes since midnight; beyond 24:00 it ends the next morning.
 *
 * @param comment a condition that leaves it open whether one is let in (« sur rendez-vous »), or one of {@link #NOTES}
 */
public record Shift(int from, int to, @Nullable String comment) {

    /** They promise something and leave nothing open. */
    private static final Set<String> NOTES = Set.of("sans rendez-vous", "sans rdv", "without appointment");

    private static final Set<String> APPOINTMENTS = Set.of(
            "sur rendez-vous",
            "sur rdv",
            "sur rendez vous",
            "uniquement sur rendez-vous",
            "uniquement sur rdv",
            "sur rendez-vous uniquement",
            "sur rdv uniquement",
            "avec rendez-vous",
            "by appointment",
            "by appointment only",
            "on appointment");

    /** From there on an end before the start is one of the next morning. */
    private static final int EVENING = 17 * 60;

    private static final int MORNING = 8 * 60;

    static Shift wholeDay(@Nullable String comment) {
        return new Shift(0, Hours.DAY, comment);
    }

    /** Whether a person would write these hours of a day and a night so. */
    static boolean isNight(int from, int to) {
        return from >= EVENING && to <= MORNING;
    }

    static boolean isNote(@Nullable String comment) {
        return comment != null && NOTES.contains(WrittenWords.plain(comment));
    }

    static boolean isAppointment(@Nullable String comment) {
        return comment != null && APPOINTMENTS.contains(WrittenWords.plain(comment));
    }

    /** Whether, said in brackets, it is taken for the comment it is and nothing else. */
    static boolean canBeSaid(@Nullable String comment) {
        try {
            return comment == null
                    || new WordCursor("(" + comment + ")").isOneComment(comment) && !comment.contains("\n");
        } catch (Misread notAComment) {
            return false;
        }
    }

    public LocalTime begins() {
        return LocalTime.MIDNIGHT.plusMinutes(from);
    }

    /** Midnight for 24:00. */
    public LocalTime ends() {
        return LocalTime.MIDNIGHT.plusMinutes(to);
    }

    public boolean isWholeDay() {
        return from == 0 && to == Hours.DAY;
    }

    boolean goesOnAfterMidnight() {
        return to > Hours.DAY;
    }

    boolean overlaps(Shift other) {
        return from < other.to && other.from < to;
    }

    boolean isWithin(Shift other) {
        return from >= other.from && to <= other.to;
    }
}
