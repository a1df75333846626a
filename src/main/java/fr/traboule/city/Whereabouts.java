package fr.traboule.city;

import java.util.Optional;

/**
 * Where something is, as far as a person could say.
 *
 * @param label in words, as typed or chosen
 * @param area code of the smallest area known to contain it
 */
public record Whereabouts(String label, Optional<Point> point, Optional<String> area) {

    public Whereabouts in(Area certain) {
        return new Whereabouts(label, point, Optional.of(certain.code()));
    }
}
