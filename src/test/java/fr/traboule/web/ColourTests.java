package fr.traboule.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ColourTests {

    /** From the contrast checker of WebAIM. */
    @ParameterizedTest
    @CsvSource({"#000000, 21.0", "#ffffff, 1.0", "#767676, 4.54", "#777777, 4.47", "#0000ff, 8.59", "#ff0000, 3.99"})
    void contrastIsTheOneOfWcag(String hex, double contrast) {
        assertThat(new Colour(hex).contrastWith(Colour.WHITE)).isCloseTo(contrast, within(0.01));
    }

    @Test
    void contrastHasNoDirection() {
        var red = new Colour("#8f2f1b");

        assertThat(red.contrastWith(Colour.WHITE)).isEqualTo(Colour.WHITE.contrastWith(red));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "red", "#fff", "8f2f1b", "#8F2F1B", "#8f2f1b;", "#8f2f1g", "#8f2f1b00"})
    void aColourIsWrittenOneWay(String hex) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Colour(hex))
                .withMessage("A colour is written #rrggbb, in small letters");
    }
}
