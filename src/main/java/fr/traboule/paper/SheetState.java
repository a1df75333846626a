package fr.traboule.paper;

import fr.traboule.web.Labelled;
import java.util.Locale;

/** What became of an outage sheet. */
public enum SheetState implements Labelled {
    PRINTED,
    /** It is a request. */
    USED,
    /** Lost, torn, never given to anybody: somebody said why. If it turns up after all, it can still be typed in. */
    SPOILED;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static SheetState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
