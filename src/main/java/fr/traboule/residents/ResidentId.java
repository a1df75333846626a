package fr.traboule.residents;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.Optional;
import java.util.UUID;

/** A person of whom a record is kept. Whoever keeps it makes its id: the same form sent twice is one record. */
public record ResidentId(UUID value) {

    public static ResidentId next() {
        return new ResidentId(UuidCreator.getTimeOrderedEpoch());
    }

    /** As it stands in an address; empty where it makes no sense. */
    public static Optional<ResidentId> of(String text) {
        try {
            return Optional.of(new ResidentId(UUID.fromString(text)));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
