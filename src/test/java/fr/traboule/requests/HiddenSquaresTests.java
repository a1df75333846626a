package fr.traboule.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.traboule.ground.files.DrawPicture.Area;
import fr.traboule.ground.files.DrawPicture.Size;
import fr.traboule.requests.HiddenSquares.Block;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HiddenSquaresTests {

    private static final Size PHOTO = new Size(4000, 3000);

    private final HiddenSquares none = HiddenSquares.none(PHOTO);

    @ParameterizedTest
    @CsvSource({"4000,3000,8", "3000,4000,13", "1000,1000,10", "9000,100,3", "100,9000,24"})
    void thereAreAsManyRowsAsItsShapeAsksFor(int width, int height, int rows) {
        assertThat(HiddenSquares.none(new Size(width, height)).rows()).isEqualTo(rows);
    }

    @Test
    void whatIsHiddenIsShownAgain() {
        var hidden = none.with(List.of(new Block(0, 0, 8, 8), new Block(76, 60, 4, 4)));

        assertThat(hidden.isNone()).isFalse();
        assertThat(hidden.hides(new Block(2, 2, 6, 6))).isTrue();
        assertThat(hidden.hides(new Block(2, 2, 7, 6))).as("partly").isFalse();
        assertThat(hidden.without(List.of(new Block(0, 0, 80, 64))).isNone()).isTrue();
        assertThat(none.isNone()).as("it never changes itself").isTrue();
    }

    @Test
    void aCodeSaysAllOfIt() {
        var hidden = none.with(List.of(new Block(3, 5, 11, 7), new Block(79, 63, 1, 1)));

        assertThat(HiddenSquares.of(hidden.code(), PHOTO))
                .hasValueSatisfying(read -> assertThat(read.areas()).isEqualTo(hidden.areas()));
        assertThat(none.code()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"é", "====", "a b", "_-*"})
    void aCodeThatMakesNoSenseIsNone(String code) {
        assertThat(HiddenSquares.of(code, PHOTO)).isEmpty();
    }

    @Test
    void aCodeOfMoreThanThePhotoIsNone() {
        var last = new byte[80 * 64 / 8];
        last[last.length - 1] = (byte) 0x80;
        var outside = new byte[80 * 64 / 8 + 1];
        outside[outside.length - 1] = 1;

        assertThat(HiddenSquares.of(code(last), PHOTO)).isPresent();
        assertThat(HiddenSquares.of(code(outside), PHOTO)).isEmpty();
        assertThat(HiddenSquares.of("A".repeat(1_000_000), PHOTO)).isEmpty();
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> none.with(List.of(new Block(79, 0, 2, 1))));
    }

    private static String code(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Test
    void itsAreasAreThoseOfThePhoto() {
        assertThat(none.with(List.of(new Block(8, 0, 8, 1), new Block(70, 0, 10, 1), new Block(0, 1, 80, 1)))
                        .areas())
                .containsExactly(
                        new Area(0.1, 0, 0.1, 1 / 64.0),
                        new Area(70 / 80.0, 0, 10 / 80.0, 1 / 64.0),
                        new Area(0, 1 / 64.0, 1, 1 / 64.0));
    }
}
