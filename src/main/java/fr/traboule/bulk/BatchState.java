package fr.traboule.bulk;

import java.util.Locale;

/** How far its agent is with a batch. */
enum BatchState {
    /** They have not said yet what is to be done. */
    DRAFT,
    /** They read what will happen. */
    READY,
    /** They decided: a long work waits for its time, does it, or has done it. */
    STARTED;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static BatchState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
