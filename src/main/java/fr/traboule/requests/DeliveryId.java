package fr.traboule.requests;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.Optional;
import java.util.UUID;

/** Something to be handed over. Ids are in the order of time: one is also a place in the list, to go on from there. */
public record DeliveryId(UUID value) {

    static final DeliveryId BEFORE_ALL = new DeliveryId(new UUID(0, 0));

    static DeliveryId next() {
        return new DeliveryId(UuidCreator.getTimeOrderedEpoch());
    }

    /** As it stands in an address; empty where it makes no sense. */
    public static Optional<DeliveryId> of(String text) {
        try {
            return Optional.of(new DeliveryId(UUID.fromString(text)));
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
