package fr.traboule.residents;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/**
 * A name, an e-mail address, a telephone number or a postal address of somebody.
 *
 * @param shared with others of the household: it says nothing of who it is
 * @param main the one of its kind to use first
 */
public record Detail(UUID id, DetailKind kind, String value, boolean shared, boolean main) {

    public Detail {
        if (!kind.accepts(value)) {
            throw new IllegalArgumentException("That is no " + kind);
        }
        if (shared && !kind.canBeShared()) {
            throw new IllegalArgumentException("A name is one person's");
        }
    }

    public static Detail of(DetailKind kind, String value, boolean shared) {
        return new Detail(UuidCreator.getTimeOrderedEpoch(), kind, value, shared, false);
    }

    Detail asMain(boolean isMain) {
        return new Detail(id, kind, value, shared, isMain);
    }

    Detail corrected(String newValue, boolean nowShared) {
        return new Detail(id, kind, newValue, nowShared, main);
    }
}
