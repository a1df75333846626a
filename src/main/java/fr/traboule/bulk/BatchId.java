package fr.traboule.bulk;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** Names a batch. */
record BatchId(UUID value) {

    static BatchId next() {
        return new BatchId(UuidCreator.getTimeOrderedEpoch());
    }
}
