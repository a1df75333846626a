package fr.traboule.requests;

import fr.traboule.web.Labelled;
import java.util.Locale;
import java.util.Set;

/** Where a request stands, and what it can become. */
public enum RequestStatus implements Labelled {
    RECEIVED,
    IN_PROGRESS,
    ANSWERED,
    CLOSED;

    Set<RequestStatus> next() {
        return switch (this) {
            case RECEIVED -> Set.of(IN_PROGRESS, ANSWERED);
            case IN_PROGRESS -> Set.of(ANSWERED);
            case ANSWERED -> Set.of(CLOSED, IN_PROGRESS);
            case CLOSED -> Set.of(IN_PROGRESS);
        };
    }

    /** Whether somebody still has something to do. */
    public boolean isOpen() {
        return this == RECEIVED || this == IN_PROGRESS;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static RequestStatus of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
