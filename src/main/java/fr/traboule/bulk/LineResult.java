package fr.traboule.bulk;

import fr.traboule.requests.Standing;
import fr.traboule.web.Labelled;
import java.util.Locale;

/** What it comes to with one request. */
enum LineResult implements Labelled {
    DONE,
    /** Somebody changed it after the agent had decided. */
    CHANGED,
    /** It is not where that can be done: answered already, merged, withdrawn. */
    NOT_NOW,
    /** Another unit answers for it. */
    NOT_YOURS,
    /** Who is to have it does not work in the unit that answers for it. */
    NOT_A_COLLEAGUE,
    /** The model answer is gone, or too long once it is filled in. */
    NO_TEXT;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static LineResult of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    static LineResult of(Standing standing) {
        return switch (standing) {
            case POSSIBLE -> DONE;
            case CHANGED -> CHANGED;
            case NOT_NOW -> NOT_NOW;
            case NOT_YOURS -> NOT_YOURS;
        };
    }
}
