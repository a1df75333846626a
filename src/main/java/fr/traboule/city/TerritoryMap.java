package fr.traboule.city;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
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

    private final List<Outline> outlines;

    /** An area and its outline in metres. */
    record Outline(Area area, Geometry metres) {}

    private record Indexed(Outline outline, PreparedGeometry prepared) {}

    TerritoryMap(List<Outline> outlines) {
        this.outlines = List.copyOf(outlines);
        for (var outline : outlines) {
            areas.put(outline.area().code(), outline.area());
            index.insert(
                    outline.metres().getEnvelopeInternal(),
                    new Indexed(outline, PreparedGeometryFactory.prepare(outline.metres())));
        }
        index.build();
    }

    List<Outline> outlines() {
        return outlines;
    }

    @Override
    public Location locate(Point point) {
        var here = Metres.of(point);
        var around = here.getEnvelopeInternal();
        around.expandBy(EDGE);
        var containing = new ArrayList<Area>();
        var close = new ArrayList<Area>();
        for (var found : index.query(around)) {
            var indexed = (Indexed) found;
            var outline = indexed.outline();
            if (indexed.prepared().covers(here)) {
                containing.add(outline.area());
            } else if (outline.area().level() != Area.Level.QUARTIER
                    && outline.metres().isWithinDistance(here, EDGE)) {
                close.add(outline.area());
            }
        }
        var chain = chain(containing);
        containing.stream()
                .filter(area -> area.level() != Area.Level.QUARTIER && !chain.contains(area))
                .forEach(close::add);
        return new Location(chain, smallestOf(close, chain));
    }

    /**
     * One area of each level, each part of the one before. Neighbours share their edges, and outlines of different
     * precision disagree there: an arrondissement counts more than a commune it is not part of.
     */
    private static List<Area> chain(List<Area> containing) {
        var arrondissement = first(containing, Area.Level.ARRONDISSEMENT, any -> true);
        var commune = first(
                containing,
                Area.Level.COMMUNE,
                area -> arrondissement.isEmpty()
                        || area.code().equals(arrondissement.get().parent()));
        var around = arrondissement.or(() -> commune);
        var quarter = first(
                containing,
                Area.Level.QUARTIER,
                area -> around.isEmpty() || around.get().code().equals(area.parent()));
        return Stream.of(commune, arrondissement, quarter)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Area> first(List<Area> containing, Area.Level level, Predicate<Area> fits) {
        return containing.stream()
                .filter(area -> area.level() == level)
                .filter(fits)
                .min(comparing(Area::code));
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
