package fr.traboule.paper;

import fr.traboule.web.Labelled;
import java.util.Locale;

/** What became of a letter. */
public enum LetterState implements Labelled {
    TO_QUALIFY,
    /** It is a request. */
    FILED,
    /** It needs no request of its own, and somebody said why. */
    SETTLED,
    /** It is one letter with another, which stands for both. */
    JOINED;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static LetterState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
