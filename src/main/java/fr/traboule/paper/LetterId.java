package fr.traboule.paper;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** A letter of the register, and the request that it may become: both have the same id. */
public record LetterId(UUID value) {

    static LetterId next() {
        return new LetterId(UuidCreator.getTimeOrderedEpoch());
    }
}
