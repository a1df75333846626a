package fr.traboule.bulk;

import fr.traboule.requests.RequestAct;
import fr.traboule.web.Labelled;
import java.time.Duration;
import java.util.Locale;

/** What can be done with many requests at once. */
public enum BulkAct implements Labelled {
    /** The same answer, or the same model answer filled in for each. It waits: an e-mail that left cannot be called back. */
    ANSWER(RequestAct.ANSWER, Duration.ofMinutes(10)),
    /** The same colleague. */
    ASSIGN(RequestAct.ASSIGN, Duration.ofMinutes(1));

    private final RequestAct act;
    private final Duration delay;

    BulkAct(RequestAct act, Duration delay) {
        this.act = act;
        this.delay = delay;
    }

    RequestAct act() {
        return act;
    }

    /** How long it waits once it was decided. */
    Duration delay() {
        return delay;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static BulkAct of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
