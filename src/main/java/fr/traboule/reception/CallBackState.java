package fr.traboule.reception;

import fr.traboule.web.Labelled;
import java.util.Locale;

/** How far a call-back is. */
enum CallBackState implements Labelled {
    WAITING,
    TAKEN,
    /** They were reached, by telephone or otherwise. */
    DONE;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static CallBackState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
