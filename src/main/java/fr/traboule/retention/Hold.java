package fr.traboule.retention;

import fr.traboule.ground.access.AccountId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A request is not to be destroyed as long as it lasts (« gel »).
 *
 * @param words that say more; they go with the words of the request
 */
record Hold(
        UUID id,
        HoldReason reason,
        Optional<String> words,
        AccountId heldBy,
        Instant heldAt,
        Optional<Instant> liftedAt) {

    boolean lasts() {
        return liftedAt.isEmpty();
    }
}
