package fr.traboule.ground.access;

import com.github.f4b6a3.uuid.UuidCreator;
import java.io.Serializable;
import java.util.UUID;

/** An account of somebody who works for the city. */
public record AccountId(UUID value) implements Serializable {

    static AccountId next() {
        return new AccountId(UuidCreator.getTimeOrderedEpoch());
    }
}
