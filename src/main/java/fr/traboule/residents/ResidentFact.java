package fr.traboule.residents;

import fr.traboule.web.Labelled;
import java.util.Locale;

/** What can happen to a record, as its history tells it. */
enum ResidentFact implements Labelled {
    KEPT,
    ADDED,
    CORRECTED,
    REMOVED,
    WAY_CHANGED,
    PREFERENCES_CHANGED,
    GROUNDS_CHANGED,
    REPRESENTED,
    NOT_REPRESENTED,
    MERGED,
    MERGED_HERE,
    SEPARATED,
    SEPARATED_HERE,
    KEPT_APART,
    EXPORTED,
    ERASED;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ResidentFact of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
