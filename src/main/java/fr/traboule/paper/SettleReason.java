package fr.traboule.paper;

import fr.traboule.web.Labelled;
import java.util.Locale;

/** Why a letter needs no request of its own. */
enum SettleReason implements Labelled {
    /** Answered on the spot. */
    ANSWERED,
    NO_REQUEST_NEEDED,
    /** It adds to a request that is there. */
    ADDS_TO_REQUEST,
    ALREADY_RECEIVED,
    SCANNED_AGAIN,
    SENDER_ASKED;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static SettleReason of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
