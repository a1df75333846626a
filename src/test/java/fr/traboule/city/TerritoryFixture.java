package fr.traboule.city;

import fr.traboule.city.Area.Level;
import fr.traboule.city.TerritoryMap.Outline;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Made-up squares, measured in metres from a corner somewhere near Lyon. */
final class TerritoryFixture {

    private static final double EAST = 370_000;
    private static final double NORTH = 5_086_000;
    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    static final Area CITY = new Area("100", Level.COMMUNE, "Ville", null);
    static final Area NEIGHBOUR = new Area("200", Level.COMMUNE, "Voisine", null);
    static final Area FIRST = new Area("101", Level.ARRONDISSEMENT, "1er", "100");
    static final Area SECOND = new Area("102", Level.ARRONDISSEMENT, "2e", "100");
    static final Area MARKET = new Area("101-1", Level.QUARTIER, "Marché", "101");
    static final Area STATION = new Area("102-1", Level.QUARTIER, "Gare", "102");

    private TerritoryFixture() {}

    /**
     * From west to east, each a kilometre wide and high: the first arrondissement (all of it is the market's quarter), the
     * second (the station's), the neighbour.
     */
    static TerritoryMap threeSquares() {
        return new TerritoryMap(List.of(
                new Outline(CITY, box(0, 0, 2000, 1000)),
                new Outline(FIRST, box(0, 0, 1000, 1000)),
                new Outline(MARKET, box(0, 0, 1000, 1000)),
                new Outline(SECOND, box(1000, 0, 2000, 1000)),
                new Outline(STATION, box(1000, 0, 2000, 1000)),
                new Outline(NEIGHBOUR, box(2000, 0, 3000, 1000))));
    }

    static Geometry box(double west, double south, double east, double north) {
        return GEOMETRY.toGeometry(new Envelope(EAST + west, EAST + east, NORTH + south, NORTH + north));
    }

    static Point at(double east, double north) {
        return Metres.toPoint(EAST + east, NORTH + north);
    }
}
