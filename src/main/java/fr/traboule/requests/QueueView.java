package fr.traboule.requests;

import fr.traboule.web.Labelled;
import java.util.Arrays;
import java.util.Locale;

/** A part of the queue that agents look at by itself. */
public enum QueueView implements Labelled {
    ALL("true"),
    /** In the agent's own hands. */
    MINE("q.held_by = :scopeAccount"),
    NOBODYS("q.held_by is null"),
    /** The promised day is over. */
    LATE("q.due_on < :today"),
    WAITING("q.status in ('waiting_resident', 'waiting_partner')"),
    /** Its person asked where it is. */
    CHASED("q.chases > 0");

    private final String condition;

    /** @param condition on an alias {@code q} of {@code requests.search_entry} */
    QueueView(String condition) {
        this.condition = condition;
    }

    String condition() {
        return condition;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All of it where there is none of that code. */
    public static QueueView of(String code) {
        return Arrays.stream(values())
                .filter(view -> view.code().equals(code))
                .findFirst()
                .orElse(ALL);
    }
}
