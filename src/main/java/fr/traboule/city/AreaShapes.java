package fr.traboule.city;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The outlines of areas as paths of one picture of {@link MapFrame#SIZE} pixels, each with the point where its label stands. */
@Component
public class AreaShapes {

    private final CityMap map;
    private final JdbcTerritory territory;

    AreaShapes(CityMap map, JdbcTerritory territory) {
        this.map = map;
        this.territory = territory;
    }

    /** One area on the picture, in pixels. */
    public record Drawn(String area, String path, String x, String y) {}

    /** None where there is no map yet. */
    public List<Drawn> of(List<String> areas) {
        var frame = areas.size() == 1 ? map.frame(Optional.of(areas.getFirst())) : map.frame(Optional.empty());
        return frame.stream()
                .flatMap(around -> territory.outlines().stream()
                        .filter(outline -> areas.contains(outline.area().code()))
                        .map(outline -> draw(outline, around)))
                .toList();
    }

    private static Drawn draw(TerritoryMap.Outline outline, MapFrame frame) {
        var label = outline.metres().getInteriorPoint().getCoordinate();
        return new Drawn(
                outline.area().code(),
                CityMap.shape(outline, frame, MapPicture.Shape.Kind.ASKED_FOR).path(),
                String.format(Locale.ROOT, "%.1f", frame.x(label.x)),
                String.format(Locale.ROOT, "%.1f", frame.y(label.y)));
    }
}
