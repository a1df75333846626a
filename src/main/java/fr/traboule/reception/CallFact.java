package fr.traboule.reception;

import fr.traboule.web.Labelled;
import java.util.Locale;

/** What can happen to a call-back, as its history tells it. */
enum CallFact implements Labelled {
    ASKED,
    TAKEN,
    NO_ANSWER,
    DONE,
    /** After too many calls in vain. */
    REACHED_OTHERWISE,
    HANDED_OVER,
    HANDED_ON,
    /** Whoever was to call is away: it is the unit's again. */
    HOLDER_AWAY,
    MOVED_WITH_UNIT,
    MOVED_BACK;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static CallFact of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
