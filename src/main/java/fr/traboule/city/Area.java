package fr.traboule.city;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A part of the territory: a commune, an arrondissement, a « conseil de quartier ».
 *
 * @param code INSEE code, or the quarter's own
 * @param parent code of the area that contains it
 */
public record Area(
        String code, Level level, String name, @Nullable String parent) {

    /** From the largest to the smallest. */
    public enum Level {
        COMMUNE,
        ARRONDISSEMENT,
        QUARTIER
    }

    public Optional<String> parentCode() {
        return Optional.ofNullable(parent);
    }
}
