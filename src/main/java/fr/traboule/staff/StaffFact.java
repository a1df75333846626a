package fr.traboule.staff;

import fr.traboule.web.Labelled;
import java.util.Locale;

/** What can happen to an account, as its history tells it. */
enum StaffFact implements Labelled {
    INVITED,
    INVITED_AGAIN,
    CHANGED,
    LEAVES,
    STAYS,
    CLOSED,
    REOPENED,
    SECOND_FACTOR_SET_UP,
    SECOND_FACTOR_REMOVED,
    SECOND_FACTOR_RESET,
    PASSWORD_CHANGED,
    SESSIONS_ENDED,
    RULES_CHANGED;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static StaffFact of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
