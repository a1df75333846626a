package fr.traboule.residents;

import fr.traboule.ground.access.AccountId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What stood in a record before it was corrected.
 *
 * @param now what stands there since, unless it was taken out
 */
record Correction(
        UUID id, DetailKind kind, String former, Optional<String> now, String reason, AccountId account, Instant at) {

    /** Of a reason, in characters. */
    static final int LONGEST = 300;
}
