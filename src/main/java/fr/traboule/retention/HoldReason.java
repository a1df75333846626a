package fr.traboule.retention;

import fr.traboule.web.Labelled;
import java.util.Locale;

/** Why a request must not be destroyed. */
public enum HoldReason implements Labelled {
    LITIGATION,
    MEDIATION,
    AUDIT,
    OTHER;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static HoldReason of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
