package fr.traboule.retention;

import fr.traboule.web.Labelled;
import java.util.Locale;

/** Where a list of what may be destroyed stands. */
enum ProposalState implements Labelled {
    /** Somebody else is to decide. */
    PROPOSED,
    REFUSED,
    /** It may be destroyed. */
    SIGNED,
    RUNNING,
    /** There is a certificate. */
    DONE;

    static ProposalState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
