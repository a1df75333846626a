package fr.traboule.reception;

import fr.traboule.web.Labelled;
import java.util.Locale;

/** What can happen to a draft, as its history tells it. */
enum DraftFact implements Labelled {
    STARTED,
    TAKEN_OVER,
    /** Whoever held it works here no more. */
    HANDED_ON,
    FILED,
    /** What it was about was answered on the spot. */
    ANSWERED,
    DELETED,
    EXPIRED;

    String code() {
        return "draft_" + name().toLowerCase(Locale.ROOT);
    }

    static DraftFact of(String code) {
        return valueOf(code.replaceFirst("^draft_", "").toUpperCase(Locale.ROOT));
    }
}
