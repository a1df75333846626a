package fr.traboule.bulk;

import fr.traboule.ground.access.AccountId;
import fr.traboule.ground.works.WorkId;
import java.time.Instant;
import java.util.Optional;

/**
 * Requests that an agent handles together.
 *
 * @param colleague who is given them
 * @param model the model answer that is filled in for each
 * @param words of the answer, where there is no model
 * @param startsAt when it begins, once it was decided
 * @param work that does it then
 * @param version of what is to be done with them
 */
record Batch(
        BatchId id,
        AccountId account,
        BulkAct act,
        BatchState state,
        Instant madeAt,
        Optional<AccountId> colleague,
        Optional<String> model,
        Optional<String> words,
        Optional<Instant> startsAt,
        Optional<WorkId> work,
        int version) {

    String address() {
        return BulkController.ADDRESS + "/" + id.value();
    }

    /** What is to be done with them is said: one of the three, by the act. */
    Batch ready(Optional<AccountId> given, Optional<String> filledIn, Optional<String> said) {
        return new Batch(
                id,
                account,
                act,
                BatchState.READY,
                madeAt,
                given,
                filledIn,
                said,
                Optional.empty(),
                Optional.empty(),
                version);
    }

    /** To be said anew; what was said stays. */
    Batch draft() {
        return in(BatchState.DRAFT, Optional.empty(), Optional.empty());
    }

    /** To be read once more. */
    Batch heldBack() {
        return in(BatchState.READY, Optional.empty(), Optional.empty());
    }

    Batch started(WorkId by, Instant at) {
        return in(BatchState.STARTED, Optional.of(at), Optional.of(by));
    }

    private Batch in(BatchState next, Optional<Instant> at, Optional<WorkId> by) {
        return new Batch(id, account, act, next, madeAt, colleague, model, words, at, by, version);
    }
}
