package fr.traboule.residents;

import fr.traboule.web.Labelled;
import java.util.Locale;

/** Why a record is kept: there is no third reason. */
public enum Basis implements Labelled {
    /** The person wishes it; the day they no longer do, it is erased. */
    WISH,
    /** A law needs it, and is named. */
    LAW;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Basis of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
