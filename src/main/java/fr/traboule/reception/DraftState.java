package fr.traboule.reception;

import java.util.Locale;

/** What became of a draft. */
enum DraftState {
    OPEN,
    FILED,
    DELETED,
    EXPIRED;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static DraftState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
