package fr.traboule.requests;

import fr.traboule.routing.SubjectId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The requests about one subject, or about none in particular, with which nothing was left to do before that instant.
 *
 * @param subject empty for those whose subject nobody said
 */
public record EndedBefore(Optional<SubjectId> subject, Instant instant) {

    private static final UUID NONE = new UUID(0, 0);

    /** As the indexes of what has ended have it. */
    public UUID key() {
        return subject.map(SubjectId::value).orElse(NONE);
    }
}
