package fr.traboule.retention;

import fr.traboule.web.Labelled;
import java.util.List;
import java.util.Locale;

/** Why a request was taken out of a list. */
enum OutReason implements Labelled {
    /** It is kept for ever. */
    KEEP,
    /** It is proposed again another time. */
    LATER,
    /** It must not be destroyed for now. */
    HELD,
    /** It came out of the archives. */
    REOPENED,
    /** The whole list was refused. */
    REFUSED;

    /** Those that somebody chooses. */
    static final List<OutReason> CHOSEN = List.of(KEEP, LATER);

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static OutReason of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
