package fr.traboule.reception;

import fr.traboule.web.Labelled;
import java.util.Locale;

/** What of a call-back or a colleague's draft somebody saw, as the access log keeps it. */
enum CallLook implements Labelled {
    /** Its page, with whom to call and about what. */
    PAGE,
    /** That it is of a person who said their telephone number. */
    SEARCH,
    /** All that is known of it, gathered for the person. */
    EXPORT,
    /** What a colleague began to type. */
    DRAFT;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static CallLook of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** What let them see it. */
    enum Reason implements Labelled {
        /** Their unit, or one below, is to call or to go on. */
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
