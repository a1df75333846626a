package fr.traboule.ground.access;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** A passkey of somebody who works for the city. */
public record PasskeyId(UUID value) {

    static PasskeyId next() {
        return new PasskeyId(UuidCreator.getTimeOrderedEpoch());
    }
}
