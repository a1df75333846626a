package fr.traboule.calendar;

import java.text.Normalizer;

/**
 * Opening hours as people type them, in French or in English, turned into those of {@link OpeningHours}; the latter are
 * taken as they are. What may mean two things is not guessed: the answer names the part and the reason.
 */
public sealed interface WrittenHours {

    /** Beyond it nothing is read. */
    int LONGEST = 2 * OpeningHours.LONGEST;

    static WrittenHours read(String typed) {
        var text = Normalizer.normalize(typed, Normalizer.Form.NFC).strip();
        if (text.isEmpty()) {
            return new NotUnderstood("", Reason.EMPTY);
        }
        if (text.length() > LONGEST) {
            return new NotUnderstood("", Reason.TOO_LONG);
        }
        if (OpenStreetMapHours.isMeant(text)) {
            return new Understood(text);
        }
        try {
            return written(TimetableOfClauses.of(new WrittenClauses(new WordCursor(text)).read()));
        } catch (Misread misread) {
            return new NotUnderstood(misread.part(), misread.reason());
        }
    }

    private static WrittenHours written(String hours) {
        return switch (OpeningHours.parse(hours)) {
            case OpeningHours.Parsed parsed -> new Understood(hours);
            case OpeningHours.Refused refused ->
                new NotUnderstood(
                        "", refused.refusal() == OpeningHours.Refusal.TOO_LONG ? Reason.TOO_LONG : Reason.TOO_COMPLEX);
        };
    }

    /** @param openingHours accepted by {@link OpeningHours#parse} */
    record Understood(String openingHours) implements WrittenHours {}

    /** @param part of what was typed, as it was typed; empty when it is all of it */
    record NotUnderstood(String part, Reason reason) implements WrittenHours {}

    enum Reason {
        EMPTY,
        TOO_LONG,
        /** A word or sign that hours are not made of. */
        UNKNOWN_WORD,
        /** A word that is known, where it says nothing. */
        MISPLACED,
        /** « M », « WE »: several days may be meant. */
        UNCLEAR_DAY,
        /** « vacances », « été », « jours ouvrables »: it is not said which days these are. */
        UNCLEAR_PERIOD,
        /** « 9-5 »: morning or evening? */
        UNCLEAR_TIME,
        /** « 25h » */
        NO_SUCH_TIME,
        /** « 31 avril » */
        NO_SUCH_DATE,
        /** « 18h-9h » */
        ENDS_BEFORE_START,
        /** « à partir de 9h » */
        END_MISSING,
        DAYS_MISSING,
        HOURS_MISSING,
        /** « 9h-13h et 12h-17h » */
        OVERLAPPING,
        /** Two things are said of the same day. */
        SAID_TWICE,
        /** One cannot tell which days or which part of the year it is about. */
        UNCLEAR_SCOPE,
        /** Hours of a part of the year are said for some days only. */
        DAYS_LEFT_OUT,
        /** Understood, perhaps, but it cannot be written down. */
        TOO_COMPLEX
    }
}
