package fr.traboule.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compared with the length of a degree on the WGS 84 ellipsoid. */
class MetresTests {

    private static final double STEP = 0.001;

    @Test
    void distancesInLyonAreRightWithinOneAndAHalfPercent() {
        assertThat(east(4.83, 45.76)).isCloseTo(realEast(45.76), withPercentage(1.5));
        assertThat(north(4.83, 45.76)).isCloseTo(realNorth(45.76), withPercentage(0.1));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "Brest,-4.49,48.39",
        "Dunkerque,2.38,51.03",
        "Strasbourg,7.75,48.58",
        "Paris,2.35,48.86",
        "Perpignan,2.90,42.70",
        "Bonifacio,9.16,41.39"
    })
    void distancesAnywhereInMetropolitanFranceAreRightWithinATenth(String town, double longitude, double latitude) {
        assertThat(east(longitude, latitude)).isCloseTo(realEast(latitude), withPercentage(10));
        assertThat(north(longitude, latitude)).isCloseTo(realNorth(latitude), withPercentage(0.2));
    }

    @Test
    void metresTurnBackIntoTheSameDegrees() {
        var metres = Metres.of(new Point(4.835, 45.757));

        var point = Metres.toPoint(metres.getX(), metres.getY());

        assertThat(point.longitude()).isCloseTo(4.835, within(1e-9));
        assertThat(point.latitude()).isCloseTo(45.757, within(1e-9));
    }

    private static double east(double longitude, double latitude) {
        return Metres.of(new Point(longitude, latitude)).distance(Metres.of(new Point(longitude + STEP, latitude)));
    }

    private static double north(double longitude, double latitude) {
        return Metres.of(new Point(longitude, latitude)).distance(Metres.of(new Point(longitude, latitude + STEP)));
    }

    private static double realEast(double latitude) {
        var phi = Math.toRadians(latitude);
        return (111_412.84 * Math.cos(phi) - 93.5 * Math.cos(3 * phi) + 0.118 * Math.cos(5 * phi)) * STEP;
    }

    private static double realNorth(double latitude) {
        var phi = Math.toRadians(latitude);
        return (111_132.92 - 559.82 * Math.cos(2 * phi) + 1.175 * Math.cos(4 * phi)) * STEP;
    }
}
