package fr.traboule.requests;

import fr.traboule.web.Labelled;
import java.util.Locale;

/** The door a request came in by. */
public enum Channel implements Labelled {
    COUNTER,
    PHONE,
    WEB;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Channel of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
