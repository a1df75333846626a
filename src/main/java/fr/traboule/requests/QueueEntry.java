package fr.traboule.requests;

import fr.traboule.city.UnitId;
import fr.traboule.ground.access.AccountId;
import fr.traboule.routing.SubjectId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** A request as a line of a list. */
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
        Optional<String> place) {

    public QueuePosition position() {
        return new QueuePosition(dueOn, id);
    }
}
