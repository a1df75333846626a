package fr.traboule.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;

class MapFrameTests {

    private final MapFrame frame = MapFrame.around(new Envelope(370_000, 380_000, 5_080_000, 5_086_000));

    @Test
    void thePointUnderAPixelIsDrawnOnThatPixel() {
        for (var x = 0; x <= MapFrame.SIZE; x++) {
            var metres = Metres.of(frame.pointAt(x, MapFrame.SIZE - x));

            assertThat(frame.x(metres.getX())).isCloseTo(x, within(1e-6));
            assertThat(frame.y(metres.getY())).isCloseTo(MapFrame.SIZE - x, within(1e-6));
        }
    }

    @Test
    void northIsAtTheTopAndEastOnTheRight() {
        assertThat(frame.pointAt(0, 0).latitude())
                .isGreaterThan(frame.pointAt(0, MapFrame.SIZE).latitude());
        assertThat(frame.pointAt(MapFrame.SIZE, 0).longitude())
                .isGreaterThan(frame.pointAt(0, 0).longitude());
    }

    @Test
    void theWholeOutlineIsInTheMiddleWithAMargin() {
        assertThat(frame.x(370_000))
                .isCloseTo(MapFrame.SIZE - frame.x(380_000), within(1e-6))
                .isPositive();
        assertThat(frame.y(5_086_000))
                .isCloseTo(MapFrame.SIZE - frame.y(5_080_000), within(1e-6))
                .isPositive();
    }

    @Test
    void asManyMetresFitInAPixelEastwardsAsNorthwards() {
        assertThat(frame.x(371_000) - frame.x(370_000))
                .isCloseTo(frame.y(5_080_000) - frame.y(5_081_000), within(1e-6));
        assertThat(frame.metres(MapFrame.SIZE)).isEqualTo(frame.side());
    }
}
