package fr.traboule.requests;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** A place in a queue, to go on from there: lists are paged by key. */
public record QueuePosition(LocalDate dueOn, RequestId request) {

    /** The database knows no year of nine digits. */
    private static final int LAST_YEAR = 9_999;

    /** As it stands in an address; empty where it makes no sense. */
    public static Optional<QueuePosition> of(String text) {
        try {
            var parts = text.split("_", 2);
            return parts.length < 2
                    ? Optional.empty()
                    : Optional.of(new QueuePosition(
                                    LocalDate.parse(parts[0]), new RequestId(UUID.fromString(parts[1]))))
                            .filter(position -> position.dueOn().getYear() > 0
                                    && position.dueOn().getYear() <= LAST_YEAR);
        } catch (DateTimeException | IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return dueOn + "_" + request.value();
    }
}
