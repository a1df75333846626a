package fr.traboule.city;

import static fr.traboule.city.MapPicture.Shape.Kind.AROUND;
import static fr.traboule.city.MapPicture.Shape.Kind.ASKED_FOR;
import static fr.traboule.city.MapPicture.Shape.Kind.BORDER;
import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;
import org.springframework.stereotype.Component;

/** Draws the territory from the city's own outlines: whole, or one area with what is around it. It needs no map server. */
@Component
public class CityMap {

    /** Corners nearer than this to a straight line are not drawn. In pixels. */
    private static final double DETAIL = 0.7;

    private final JdbcTerritory territory;
    private final JdbcPlaces places;
    private final Directory directory;

    CityMap(JdbcTerritory territory, JdbcPlaces places, Directory directory) {
        this.territory = territory;
        this.places = places;
        this.directory = directory;
    }

    /** Of the whole city where no area is given; empty where there is no such area, or no city yet. */
    public Optional<MapFrame> frame(Optional<String> area) {
        var bounds = new Envelope();
        shown(area).forEach(outline -> bounds.expandToInclude(outline.metres().getEnvelopeInternal()));
        return bounds.isNull() ? Optional.empty() : Optional.of(MapFrame.around(bounds));
    }

    /** The areas to choose from on that map: those inside the one that is shown, in the order of their numbers on it. */
    public List<Area> inside(Optional<String> area) {
        var parent = area.flatMap(territory::area);
        return parent.isEmpty()
                ? territory.parts()
                : territory.areas(Area.Level.QUARTIER).stream()
                        .filter(quarter -> parent.get().code().equals(quarter.parent()))
                        .toList();
    }

    MapPicture picture(MapFrame frame, Optional<String> area, Optional<Point> pin) {
        var shown = area.flatMap(territory::area);
        var fields = fields().map(field ->
                shape(field, frame, shown.map(in -> isIn(field.area(), in)).orElse(true) ? ASKED_FOR : AROUND));
        var borders = whole().map(outline -> shape(outline, frame, BORDER));
        var numbers = numbers(inside(area), frame);
        var landmarks = inside(area).isEmpty() ? places.landmarks() : List.<Landmark>of();
        return new MapPicture(
                Stream.concat(fields, borders).toList(),
                Stream.concat(
                                numbers,
                                landmarks.stream()
                                        .map(mark -> label(
                                                Metres.of(mark.point()).getCoordinate(), mark.name(), frame, true)))
                        .toList(),
                pin.map(point -> pin(Metres.of(point).getCoordinate(), frame)));
    }

    private static MapPicture.Pin pin(Coordinate at, MapFrame frame) {
        return new MapPicture.Pin(pixels(frame.x(at.x)), pixels(frame.y(at.y)));
    }

    private static boolean isIn(Area field, Area shown) {
        return field.code().equals(shown.code()) || shown.code().equals(field.parent());
    }

    private Stream<MapPicture.Label> numbers(List<Area> areas, MapFrame frame) {
        return IntStream.range(0, areas.size())
                .boxed()
                .flatMap(at -> territory.outlines().stream()
                        .filter(outline -> outline.area().equals(areas.get(at)))
                        .map(outline -> label(
                                outline.metres().getInteriorPoint().getCoordinate(),
                                String.valueOf(at + 1),
                                frame,
                                false)));
    }

    private Stream<TerritoryMap.Outline> shown(Optional<String> area) {
        return area.map(code -> territory.outlines().stream()
                        .filter(outline -> outline.area().code().equals(code)))
                .orElseGet(this::whole);
    }

    /** What the map of the city shows: its arrondissements, or the commune itself where it has none. */
    private Stream<TerritoryMap.Outline> whole() {
        var arrondissements = of(Area.Level.ARRONDISSEMENT).toList();
        return arrondissements.isEmpty() ? of(Area.Level.COMMUNE).filter(this::isOurs) : arrondissements.stream();
    }

    private boolean isOurs(TerritoryMap.Outline commune) {
        return commune.area().code().equals(directory.settings().commune());
    }

    /** The smallest areas there are. */
    private Stream<TerritoryMap.Outline> fields() {
        var quarters = of(Area.Level.QUARTIER).toList();
        return quarters.isEmpty() ? whole() : quarters.stream();
    }

    private Stream<TerritoryMap.Outline> of(Area.Level level) {
        return territory.outlines().stream().filter(outline -> outline.area().level() == level);
    }

    static MapPicture.Shape shape(TerritoryMap.Outline outline, MapFrame frame, MapPicture.Shape.Kind kind) {
        var simple = DouglasPeuckerSimplifier.simplify(outline.metres(), frame.metres(DETAIL));
        var rings = LinearComponentExtracter.getLines(simple);
        var path = IntStream.range(0, rings.size())
                .mapToObj(ring -> line((Geometry) rings.get(ring), frame))
                .collect(joining());
        return new MapPicture.Shape(path, kind);
    }

    private static String line(Geometry ring, MapFrame frame) {
        return Arrays.stream(ring.getCoordinates())
                .map(corner -> pixels(frame.x(corner.x)) + " " + pixels(frame.y(corner.y)))
                .collect(joining("L", "M", "Z"));
    }

    private static MapPicture.Label label(Coordinate at, String text, MapFrame frame, boolean isPlace) {
        return new MapPicture.Label(pixels(frame.x(at.x)), pixels(frame.y(at.y)), text, isPlace);
    }

    private static String pixels(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
