package fr.traboule.city;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a point is.
 *
 * @param areas that contain it, from the largest to the smallest; none outside of the known territory
 * @param alsoClose communes or arrondissements whose edge is so near that the point may belong to them: somebody must say
 */
public record Location(List<Area> areas, List<Area> alsoClose) {

    public boolean isAmbiguous() {
        return !alsoClose.isEmpty();
    }

    /** The areas between which an ambiguous point may be, its own first. */
    public List<Area> candidates() {
        var own = in(Area.Level.ARRONDISSEMENT).or(() -> in(Area.Level.COMMUNE));
        return Stream.concat(own.stream(), alsoClose.stream()).distinct().toList();
    }

    public Optional<Area> in(Area.Level level) {
        return areas.stream().filter(area -> area.level() == level).findFirst();
    }

    /** The smallest area that contains the point. */
    public Optional<Area> smallest() {
        return areas.isEmpty() ? Optional.empty() : Optional.of(areas.getLast());
    }
}
