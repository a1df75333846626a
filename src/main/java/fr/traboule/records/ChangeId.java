package fr.traboule.records;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

public record ChangeId(UUID value) {

    static ChangeId next() {
        return new ChangeId(UuidCreator.getTimeOrderedEpoch());
    }
}
