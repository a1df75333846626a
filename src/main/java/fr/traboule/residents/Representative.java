package fr.traboule.residents;

import fr.traboule.web.Labelled;
import java.util.Locale;

/** Who speaks for the person (« pour quelqu’un d’autre »), as they say it: no paper is asked for to be heard. */
public record Representative(String name, Quality quality) {

    /** In characters. */
    public static final int LONGEST = 200;

    public Representative {
        if (name.isBlank() || name.length() > LONGEST) {
            throw new IllegalArgumentException("Whoever speaks for somebody has a name");
        }
    }

    /** What they are to the person. */
    public enum Quality implements Labelled {
        FAMILY,
        FRIEND,
        SOCIAL_WORKER,
        ASSOCIATION,
        GUARDIAN,
        OTHER;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Quality of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
