package fr.traboule.ground.files;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** A file that somebody attached. */
public record FileId(UUID value) {

    static FileId next() {
        return new FileId(UuidCreator.getTimeOrderedEpoch());
    }
}
