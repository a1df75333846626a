package fr.traboule.ground.works;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** One long work. */
public record WorkId(UUID value) {

    static WorkId next() {
        return new WorkId(UuidCreator.getTimeOrderedEpoch());
    }
}
