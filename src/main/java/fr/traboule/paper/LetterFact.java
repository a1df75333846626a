package fr.traboule.paper;

import fr.traboule.web.Labelled;
import java.util.Locale;

/** What can happen to a letter, as its history tells it. */
enum LetterFact implements Labelled {
    REGISTERED,
    SET_ASIDE,
    CLEARED,
    FILED,
    SETTLED,
    /** Settled by mistake. */
    TAKEN_BACK,
    JOINED,
    SEPARATED,
    MOVED_WITH_UNIT;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static LetterFact of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
