package fr.traboule.city;

/** A position on the ground, in degrees (WGS 84). */
public record Point(double longitude, double latitude) {

    public Point {
        if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)) {
            throw new IllegalArgumentException("Not a position on Earth");
        }
    }
}
