package fr.traboule.city;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.GeometryTransformer;

/**
 * Degrees turned into metres on a plane, well enough for distances of some metres anywhere in metropolitan France: at most
 * a tenth too long or too short at its ends (equirectangular projection at 46.5° north).
 */
final class Metres {

    private static final double PER_DEGREE_NORTH = 111_152;
    private static final double PER_DEGREE_EAST = 76_742;
    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    private Metres() {}

    static org.locationtech.jts.geom.Point of(Point point) {
        return GEOMETRY.createPoint(of(new Coordinate(point.longitude(), point.latitude())));
    }

    static Geometry of(Geometry degrees) {
        return new GeometryTransformer() {
            @Override
            protected CoordinateSequence transformCoordinates(CoordinateSequence coordinates, Geometry parent) {
                var metres = new Coordinate[coordinates.size()];
                for (var i = 0; i < metres.length; i++) {
                    metres[i] = of(coordinates.getCoordinate(i));
                }
                return createCoordinateSequence(metres);
            }
        }.transform(degrees);
    }

    static Point toPoint(double east, double north) {
        return new Point(east / PER_DEGREE_EAST, north / PER_DEGREE_NORTH);
    }

    private static Coordinate of(Coordinate degrees) {
        return new Coordinate(degrees.x * PER_DEGREE_EAST, degrees.y * PER_DEGREE_NORTH);
    }
}
