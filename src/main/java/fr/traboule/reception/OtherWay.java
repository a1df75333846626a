package fr.traboule.reception;

import fr.traboule.web.Labelled;
import java.util.Locale;

/** How somebody is reached who does not answer the telephone. */
enum OtherWay implements Labelled {
    EMAIL,
    LETTER,
    /** Told when they come or call next. */
    NEXT_TIME;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
