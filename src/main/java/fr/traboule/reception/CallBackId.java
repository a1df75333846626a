package fr.traboule.reception;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** A call-back. Whoever asks for one makes its id: the same form sent twice is one. */
public record CallBackId(UUID value) {

    public static CallBackId next() {
        return new CallBackId(UuidCreator.getTimeOrderedEpoch());
    }
}
