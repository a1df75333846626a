package fr.traboule.city;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;

/** The territory held in memory, in metres, with an index of its outlines. */
final class TerritoryMap implements Territory {

    /** Outlines are drawn to about this precision: nearer to an edge, the side is not known. In metres. */
    static final double EDGE = 20;

    private final Map<String, Area> areas = new TreeMap<>();
    private final STRtree index = new STRtree();

    private record Outlined(Area area, Geometry outline, PreparedGeometry prepared) {}

    /** An area and its outline in degrees. */
    record Outline(Area area, Geometry geometry) {}

    TerritoryMap(Collection<Outline> outlines) {
        for (var outline : outlines) {
            var metres = Metres.of(outline.geometry());
            areas.put(outline.area().code(), outline.area());
            index.insert(
                    metres.getEnvelopeInternal(),
                    new Outlined(outline.area(), metres, PreparedGeometryFactory.prepare(metres)));
        }
        index.build();
    }

    @Override
    public Location locate(Point point) {
        var here = Metres.of(point);
        var around = here.getEnvelopeInternal();
        around.expandBy(EDGE);
        var containing = new ArrayList<Area>();
        var close = new ArrayList<Area>();
        for (var found : index.query(around)) {
            var outlined = (Outlined) found;
            if (outlined.prepared().covers(here)) {
                containing.add(outlined.area());
            } else if (outlined.area().level() != Area.Level.QUARTIER
                    && outlined.outline().isWithinDistance(here, EDGE)) {
                close.add(outlined.area());
            }
        }
        containing.sort(comparing(Area::level));
        return new Location(List.copyOf(containing), smallestOf(close, containing));
    }

    /** Near the edge of an arrondissement and of its commune at once, only what would change the answer is asked. */
    private List<Area> smallestOf(List<Area> close, List<Area> containing) {
        return close.stream()
                .filter(area -> close.stream().noneMatch(other -> area.code().equals(other.parent())))
                .filter(area ->
                        containing.stream().noneMatch(inside -> area.code().equals(inside.parent())))
                .sorted(comparing(Area::code))
                .toList();
    }

    @Override
    public Optional<Area> area(String code) {
        return Optional.ofNullable(areas.get(code));
    }

    @Override
    public List<Area> areas(Area.Level level) {
        return areas.values().stream().filter(area -> area.level() == level).toList();
    }

    @Override
    public List<Area> upFrom(String code) {
        var path = new ArrayList<Area>();
        for (var area = area(code);
                area.isPresent();
                area = area.get().parentCode().flatMap(this::area)) {
            path.add(area.get());
        }
        return List.copyOf(path);
    }
}
