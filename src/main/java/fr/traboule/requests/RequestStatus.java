package fr.traboule.requests;

import fr.traboule.web.Labelled;
import java.util.Locale;
import java.util.stream.Stream;

/** Where a request stands. How it comes from one to the other: {@link RequestAct}. */
public enum RequestStatus implements Labelled {
    RECEIVED,
    IN_PROGRESS,
    /** For something that only the person can tell or give. */
    WAITING_RESIDENT,
    /** For somebody else: another administration, a contractor. */
    WAITING_PARTNER,
    ANSWERED,
    CLOSED,
    /** The person wants it no more. */
    WITHDRAWN,
    /** Another request about the same thing goes on for both; whoever reported this one is told all the same. */
    MERGED,
    /** Another administration, which the person knows by name, has accepted it. */
    HANDED_OVER;

    /** Whether somebody still has something to do. */
    public boolean isOpen() {
        return switch (this) {
            case RECEIVED, IN_PROGRESS, WAITING_RESIDENT, WAITING_PARTNER -> true;
            case ANSWERED, CLOSED, WITHDRAWN, MERGED, HANDED_OVER -> false;
        };
    }

    static Stream<RequestStatus> open() {
        return Stream.of(values()).filter(RequestStatus::isOpen);
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static RequestStatus of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
