package fr.traboule.ground.works;

import fr.traboule.ground.access.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A long work as it stands.
 *
 * @param parameters empty once they are forgotten
 * @param forgotten whether the parameters are: it cannot be tried again
 * @param askedBy the program itself where empty
 * @param reason class of the failure, where it failed
 * @param attempt how many times it was set going
 * @param progressedAt when it was taken or moved on last
 * @param outcome what came of it, as its kind says it
 * @param toldAt when the portion under way told how far it is
 * @param version changes with each portion: whoever does not know it moves nothing
 */
public record Work(
        WorkId id,
        String kind,
        List<String> titleArguments,
        Map<String, String> parameters,
        boolean forgotten,
        Optional<AccountId> askedBy,
        Instant askedAt,
        WorkState state,
        Optional<String> reason,
        int attempt,
        Progress progress,
        Optional<WorkFile> file,
        Optional<String> outcome,
        Optional<Instant> startedAt,
        Optional<Instant> progressedAt,
        Optional<Instant> toldAt,
        Optional<Instant> endedAt,
        long version) {

    /** How long what it made, and what a failed one would need to be tried again, are kept. */
    public static final Duration KEPT = Duration.ofDays(7);

    /** When anything was heard of it last. */
    public Optional<Instant> heardAt() {
        return toldAt.or(() -> progressedAt);
    }

    public boolean canBeTriedAgain() {
        return state == WorkState.FAILED && !forgotten;
    }

    /** Until when the file that it made can be had. */
    public Optional<Instant> fileUntil() {
        return endedAt.filter(end -> state == WorkState.DONE && file.isPresent())
                .map(end -> end.plus(KEPT));
    }
}
