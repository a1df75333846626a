package fr.traboule.city;

import java.util.Locale;

/** A position on the ground, in degrees (WGS 84). */
public record Point(double longitude, double latitude) {

    public Point {
        if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)) {
            throw new IllegalArgumentException("Not a position on Earth");
        }
    }

    /** As most map programs read it: latitude, then longitude, to about a metre. */
    public String inDegrees() {
        return String.format(Locale.ROOT, "%.5f, %.5f", latitude, longitude);
    }
}
