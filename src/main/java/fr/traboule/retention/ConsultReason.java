package fr.traboule.retention;

import fr.traboule.web.Labelled;
import java.util.Locale;

/** Why somebody needs to see what is archived. */
enum ConsultReason implements Labelled {
    /** The person asks for what is theirs. */
    PERSON,
    LITIGATION,
    MEDIATION,
    AUDIT,
    /** There is a new request about the same thing. */
    NEW_REQUEST;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
