package fr.traboule.city;

import java.util.List;
import java.util.Optional;

/** The city's territory: which area a point is in, which areas there are. */
public interface Territory {

    Location locate(Point point);

    Optional<Area> area(String code);

    /** All of one level, in the order of their codes. */
    List<Area> areas(Area.Level level);

    /** The largest parts of the city: its arrondissements, or its quarters where it has none. Small cities have neither. */
    default List<Area> parts() {
        var arrondissements = areas(Area.Level.ARRONDISSEMENT);
        return arrondissements.isEmpty() ? areas(Area.Level.QUARTIER) : arrondissements;
    }

    /** The area and those that contain it, from the smallest to the largest. */
    List<Area> upFrom(String code);
}
