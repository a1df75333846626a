package fr.traboule.answers;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

record ModelId(UUID value) {

    static ModelId next() {
        return new ModelId(UuidCreator.getTimeOrderedEpoch());
    }
}
