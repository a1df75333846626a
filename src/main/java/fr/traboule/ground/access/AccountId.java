package fr.traboule.ground.access;

import com.github.f4b6a3.uuid.UuidCreator;
import java.io.Serializable;
import java.util.Optional;
import java.util.UUID;

/** An account of somebody who works for the city. */
public record AccountId(UUID value) implements Serializable {

    /** Empty where it is none. */
    public static Optional<AccountId> of(String text) {
        try {
            return Optional.of(new AccountId(UUID.fromString(text)));
        } catch (IllegalArgumentException forged) {
            return Optional.empty();
        }
    }

    static AccountId next() {
        return new AccountId(UuidCreator.getTimeOrderedEpoch());
    }
}
