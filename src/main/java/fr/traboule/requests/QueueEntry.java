package fr.traboule.requests;

import fr.traboule.city.UnitId;
import fr.traboule.ground.access.AccountId;
import fr.traboule.routing.SubjectId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A request as a line of a list.
 *
 * @param description what the person said, or the part where words were found
 */
public record QueueEntry(
        RequestId id,
        RequestNumber number,
        Optional<SubjectId> subject,
        UnitId unit,
        Optional<AccountId> heldBy,
        RequestStatus status,
        LocalDate dueOn,
        Instant receivedAt,
        int chases,
        String description,
        Optional<String> place,
        Channel channel,
        Optional<String> area) {

    /** Before what was found, in a description that was searched: private-use characters, that nobody types. */
    public static final String FOUND = "\uE000";

    public static final String FOUND_END = "\uE001";

    public QueuePosition position() {
        return new QueuePosition(dueOn, id);
    }

    public SearchPosition searchPosition() {
        return new SearchPosition(receivedAt, id);
    }
}
