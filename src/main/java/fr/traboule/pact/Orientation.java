package fr.traboule.pact;

import fr.traboule.web.Labelled;
import java.util.Locale;

/** The three orientations of the pact. */
enum Orientation implements Labelled {
    ACCESSIBILITY,
    PROXIMITY,
    ADAPTABILITY;

    static Orientation of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
