package fr.traboule.records;

import fr.traboule.ground.access.AccountId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A change of the city's records.
 *
 * @param dueOn the day from whose first minute it holds, in the city's time
 * @param madeBy empty where the program read a folder at its start
 * @param undoes the change that this one takes back
 * @param isUndone whether another one took it back
 * @param problems why it could not be applied on its day
 */
public record Change(
        ChangeId id,
        Origin origin,
        State state,
        Optional<LocalDate> dueOn,
        Optional<String> reason,
        Optional<AccountId> madeBy,
        Instant madeAt,
        Optional<Instant> appliedAt,
        Optional<ChangeId> undoes,
        boolean isUndone,
        List<ImportProblem.Problem> problems,
        int version) {

    /** Where it comes from. */
    public enum Origin {
        PAGE,
        IMPORT,
        FOLDER,
        UNDO
    }

    /** How far it is. */
    public enum State {
        /** Shown to whoever made it; nobody decided yet. */
        DRAFT,
        /** Waits for its day. */
        PREPARED,
        APPLIED,
        /** Its day has come, and it no longer fits what is there. */
        BLOCKED,
        DISCARDED;

        /** Whether it may still be applied. */
        public boolean isOpen() {
            return this == DRAFT || this == PREPARED || this == BLOCKED;
        }
    }
}
