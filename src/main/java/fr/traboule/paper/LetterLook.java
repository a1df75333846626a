package fr.traboule.paper;

import fr.traboule.web.Labelled;
import java.util.Locale;

/** What of a letter somebody saw, as the access log keeps it. */
enum LetterLook implements Labelled {
    /** Its page, or the one screen beside its scan. */
    LETTER,
    /** The scan itself. */
    FILE,
    /** All that is known of it, gathered for the person. */
    EXPORT;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static LetterLook of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** What let them see it. */
    enum Reason implements Labelled {
        /** It is for their unit, or one below, or they brought it in. */
        UNIT,
        /** They look after the protection of data. */
        DATA_PROTECTION;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Reason of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
