package fr.traboule.requests;

import fr.traboule.city.UnitId;
import fr.traboule.ground.access.AccountId;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * What a unit is asked to say about a request of another one (« demande d’avis »), and has not said yet.
 *
 * @param unit that is asked
 * @param question in words
 * @param dueOn day by which it is needed
 */
public record Opinion(
        UUID id, RequestNumber request, UnitId unit, AccountId askedBy, String question, LocalDate dueOn) {

    public Position position() {
        return new Position(dueOn, id);
    }

    /** A place in the list, to go on from there. */
    public record Position(LocalDate dueOn, UUID id) {

        static final Position FIRST = new Position(LocalDate.EPOCH, new UUID(0, 0));

        /** As it stands in an address; empty where it makes no sense. */
        public static Optional<Position> of(String text) {
            try {
                var parts = text.split("_", 2);
                return parts.length < 2
                        ? Optional.empty()
                        : Optional.of(new Position(LocalDate.parse(parts[0]), UUID.fromString(parts[1])));
            } catch (DateTimeException | IllegalArgumentException broken) {
                return Optional.empty();
            }
        }

        @Override
        public String toString() {
            return dueOn + "_" + id;
        }
    }
}
