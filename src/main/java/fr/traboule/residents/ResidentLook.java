package fr.traboule.residents;

import fr.traboule.web.Labelled;
import java.util.Locale;

/** What of a record somebody saw, as the access log keeps it, and what let them. */
enum ResidentLook implements Labelled {
    PAGE(Reason.RECEPTION),
    SEARCH(Reason.RECEPTION),
    /** Beside a request that is or may be theirs. */
    CASE(Reason.REQUEST),
    /** All that is known of somebody, gathered for them. */
    EXPORT(Reason.DATA_PROTECTION);

    private final Reason reason;

    ResidentLook(Reason reason) {
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ResidentLook of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    enum Reason implements Labelled {
        /** They receive people, and keep records of those who wish it. */
        RECEPTION,
        /** They look after a request. */
        REQUEST,
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
