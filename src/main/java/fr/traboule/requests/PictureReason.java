package fr.traboule.requests;

import fr.traboule.web.Labelled;
import java.util.Locale;

/** Why a photo is not to be published. */
public enum PictureReason implements Labelled {
    /** People would be recognised, whatever is hidden. */
    PEOPLE,
    /** It shows the inside of a home, papers, something of somebody's own. */
    PRIVATE,
    /** The person who sent it does not want it. */
    OBJECTION,
    SHOCKING,
    /** It shows nothing of what the request is about. */
    USELESS,
    OTHER;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static PictureReason of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
