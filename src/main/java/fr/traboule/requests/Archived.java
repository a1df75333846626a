package fr.traboule.requests;

import java.time.Instant;
import java.util.Optional;

/**
 * A request that is of no current use any more: set apart, then, if the archivist says so, without its words.
 *
 * @param endedAt when nothing was left to do
 * @param destroyedAt when its words and personal data were destroyed, if they were
 */
public record Archived(Instant endedAt, Instant at, Optional<Instant> destroyedAt) {

    public boolean isDestroyed() {
        return destroyedAt.isPresent();
    }
}
