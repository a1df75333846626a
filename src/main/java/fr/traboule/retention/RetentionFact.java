package fr.traboule.retention;

import fr.traboule.web.Labelled;
import java.util.Locale;

/** What can happen to a list, or to a request among the archives. */
enum RetentionFact implements Labelled {
    PROPOSED,
    TAKEN_OUT,
    SIGNED,
    REFUSED,
    STARTED,
    DESTROYED,
    HELD,
    LET_GO,
    CONSULTED;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static RetentionFact of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
