package fr.traboule.paper;

import fr.traboule.city.UnitId;
import fr.traboule.ground.access.AccountId;
import fr.traboule.ground.files.FileId;
import fr.traboule.requests.RequestNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A letter (« courrier ») as the register has it: one scanned file.
 *
 * @param name of the file
 * @param stampedOn the day on which it arrived, by its stamp
 * @param broughtBy who brought the file in; nobody where it lay in the drop folder
 * @param file its bytes, where there are any
 * @param number of the request that it became
 * @param joinedTo the one that stands for both
 */
public record Letter(
        LetterId id,
        String name,
        long size,
        LocalDate stampedOn,
        Instant registeredAt,
        UnitId unit,
        Optional<AccountId> broughtBy,
        LetterCondition condition,
        Optional<FileId> file,
        LetterState state,
        Optional<Decision> decision,
        Optional<RequestNumber> number,
        Optional<LetterId> joinedTo,
        int version) {

    /** What somebody decided, and why. */
    record Decision(Optional<SettleReason> reason, Optional<String> words, Optional<AccountId> by, Instant at) {}

    public boolean isToQualify() {
        return state == LetterState.TO_QUALIFY;
    }

    Position position() {
        return new Position(stampedOn, id.value());
    }

    /** Where a page of the letters to qualify ends. */
    record Position(LocalDate stampedOn, UUID id) {

        static final Position START = new Position(LocalDate.of(1, 1, 1), new UUID(0, 0));

        /** As it stands in an address; empty where it makes no sense. */
        static Optional<Position> of(String text) {
            try {
                var parts = text.split("_", 2);
                return parts.length == 2
                        ? Optional.of(new Position(LocalDate.parse(parts[0]), UUID.fromString(parts[1])))
                        : Optional.empty();
            } catch (RuntimeException notAPosition) {
                return Optional.empty();
            }
        }

        @Override
        public String toString() {
            return stampedOn + "_" + id;
        }
    }
}
