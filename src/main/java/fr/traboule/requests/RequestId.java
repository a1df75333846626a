package fr.traboule.requests;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** A request. Whoever files one makes its id: the same id sent twice is the same request. */
public record RequestId(UUID value) {

    public static RequestId next() {
        return new RequestId(UuidCreator.getTimeOrderedEpoch());
    }
}
