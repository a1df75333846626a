package fr.traboule.requests;

import fr.traboule.city.UnitId;
import fr.traboule.routing.SubjectId;
import java.time.Instant;
import java.util.Optional;

/**
 * One thing that happened to a request.
 *
 * @param byAgent whether somebody of the city did it
 * @param unit that answered for the request once it was done
 * @param words what was said then; notes are for those who work on the request only
 */
public record RequestStory(
        Instant at,
        FactKind kind,
        boolean byAgent,
        Optional<UnitId> unit,
        Optional<SubjectId> subject,
        Optional<String> words) {

    public boolean isInternal() {
        return kind == FactKind.NOTED;
    }
}
