package fr.traboule.city;

import org.locationtech.jts.geom.Envelope;

/**
 * A square piece of the territory drawn on a square of {@link #SIZE} pixels, north at the top.
 *
 * @param west edge, in metres as {@link Metres} gives them
 * @param south edge, likewise
 * @param side in metres
 */
public record MapFrame(double west, double south, double side) {

    /** In CSS pixels: narrow enough for the narrowest screens, where a click must still tell its place. */
    public static final int SIZE = 288;

    private static final double MARGIN = 0.04;

    static MapFrame around(Envelope outline) {
        var side = Math.max(outline.getWidth(), outline.getHeight()) * (1 + 2 * MARGIN);
        return new MapFrame(outline.centre().x - side / 2, outline.centre().y - side / 2, side);
    }

    /** The point under a pixel, counted from the top and the left. */
    public Point pointAt(int x, int y) {
        return Metres.toPoint(west + x * side / SIZE, south + (SIZE - y) * side / SIZE);
    }

    double metres(double pixels) {
        return pixels * side / SIZE;
    }

    double x(double east) {
        return (east - west) * SIZE / side;
    }

    double y(double north) {
        return SIZE - (north - south) * SIZE / side;
    }
}
