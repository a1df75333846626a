package fr.traboule.residents;

import fr.traboule.web.Labelled;
import java.util.Locale;

/** What somebody needs so that they can be received like everybody else (« besoin particulier »). */
public enum Need implements Labelled {
    /** Somebody who interprets, or simpler words. */
    LANGUAGE,
    HEARING,
    /** Reading or writing. */
    READING,
    MOBILITY;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Need of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
