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
    AWAY,
    BACK,
    CLOSED,
    REOPENED,
    SECOND_FACTOR_SET_UP,
    SECOND_FACTOR_REMOVED,
    SECOND_FACTOR_RESET,
    PASSKEY_ADDED,
    PASSKEY_REMOVED,
    /** Its counter went back: it was refused. */
    PASSKEY_WENT_BACK,
    PASSWORD_CHANGED,
    SESSIONS_ENDED,
    RULES_CHANGED;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whoever has the account is written to: if it was not them, they must know. */
    boolean isAnnounced() {
        return switch (this) {
            case SECOND_FACTOR_SET_UP,
                    SECOND_FACTOR_REMOVED,
                    SECOND_FACTOR_RESET,
                    PASSKEY_ADDED,
                    PASSKEY_REMOVED,
                    PASSKEY_WENT_BACK -> true;
            default -> false;
        };
    }

    static StaffFact of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
