package fr.traboule.requests;

import fr.traboule.web.Labelled;
import java.util.Locale;

/** What became of something to be handed over. */
public enum DeliveryState implements Labelled {
    WAITING,
    HANDED_OVER,
    /** The person chose a way for which nobody is needed. */
    REPLACED,
    /** A question that came to nothing before it was asked: the person wrote, gave up, or was answered without it. */
    NOT_NEEDED;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static DeliveryState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
