package fr.traboule.requests;

import fr.traboule.city.Point;
import java.util.Optional;

/**
 * Where it is, as far as the person could say.
 *
 * @param label in words, as typed or chosen
 * @param area code of the smallest area known to contain it
 */
public record Whereabouts(String label, Optional<Point> point, Optional<String> area) {}
