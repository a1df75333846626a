package fr.traboule.requests;

import fr.traboule.city.UnitId;
import fr.traboule.ground.access.AccountId;
import fr.traboule.routing.SubjectId;
import java.time.Instant;
import java.util.Optional;

/**
 * One thing that happened to a request.
 *
 * @param agent of the city who did it, if it was one
 * @param unit that answered for the request once it was done
 * @param words what was said then; notes are for those who work on the request only
 */
public record RequestStory(
        Instant at,
        FactKind kind,
        Optional<AccountId> agent,
        Optional<UnitId> unit,
        Optional<SubjectId> subject,
        Optional<String> words) {

    public boolean isInternal() {
        return switch (kind) {
            case NOTED, FILE_RELEASED, FILE_DESTROYED -> true;
            case RECEIVED,
                    QUALIFIED,
                    TAKEN,
                    ANSWERED,
                    CLOSED,
                    HANDED_ON,
                    MOVED_WITH_UNIT,
                    MOVED_BACK,
                    MAIL_SENT,
                    FILE_SET_ASIDE,
                    FILE_CLEARED -> false;
        };
    }
}
