package fr.traboule.requests;

import fr.traboule.web.Labelled;
import java.util.Locale;

/** A part of the queue that agents look at by itself. */
public enum QueueView implements Labelled {
    ALL("true"),
    /** In the agent's own hands. */
    MINE("e.held_by = :scopeAccount"),
    NOBODYS("e.held_by is null"),
    /** The promised day is over. */
    LATE("e.due_on < :today"),
    WAITING("e.status in ('waiting_resident', 'waiting_partner')"),
    /** Its person asked where it is. */
    CHASED("e.chases > 0"),
    /** Nobody has said yet what it is about. */
    UNSORTED("e.subject_id is null"),
    /** The agent filed it for somebody: mostly other units' to answer, so that it is searched and not queued. */
    FILED("e.filed_by = :scopeAccount");

    private final String condition;

    /** @param condition on an alias {@code e} of {@code requests.search_entry} */
    QueueView(String condition) {
        this.condition = condition;
    }

    String condition() {
        return condition;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
