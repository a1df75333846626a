package fr.traboule.desk;

import static org.assertj.core.api.Assertions.assertThat;

import fr.traboule.ground.files.DrawPicture.Size;
import fr.traboule.requests.HiddenSquares;
import fr.traboule.requests.HiddenSquares.Block;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureViewTests {

    private static final HiddenSquares PHOTO = HiddenSquares.none(new Size(4000, 3000));

    private final PictureView whole = PictureView.whole(PHOTO);

    @Test
    void oneSquareIsSeenAsCloseAsCanBe() {
        var closest = whole.around(whole.square(0));

        assertThat(closest.code()).isEqualTo("1-0-0");
        assertThat(closest.square(11)).isEqualTo(new Block(1, 1, 1, 1));
        assertThat(whole.around(whole.square(79)).code()).isEqualTo("1-70-56");
        assertThat(closest.all().right()).isGreaterThanOrEqualTo(whole.square(0).right());
    }

    @Test
    void severalAreSeenTogether() {
        assertThat(whole.around(new Block(8, 8, 16, 8)).code()).isEqualTo("2-6-4");
        assertThat(whole.around(new Block(0, 0, 80, 64)).isWhole()).isTrue();
    }

    @Test
    void aCodeLeadsBackToTheSameView() {
        var view = whole.around(whole.square(34));

        assertThat(PictureView.of(view.code(), PHOTO)).contains(view);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3-0-0", "0-0-0", "8-1-0", "1-71-0", "1-0-57", "1--1-0", "x", "", "1-999-999", "1-0-0-0"})
    void anythingElseIsNowhereInThePhoto(String code) {
        assertThat(PictureView.of(code, PHOTO)).isEmpty();
    }

    @Test
    void squaresHaveNames() {
        assertThat(whole.named(" b3 "))
                .hasValueSatisfying(blocks -> assertThat(blocks).containsExactly(whole.square(21)));
        assertThat(whole.named("F8 – D5, A1;j8"))
                .hasValueSatisfying(blocks -> assertThat(blocks)
                        .containsExactly(new Block(24, 32, 24, 32), whole.square(0), whole.square(79)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"K1", "A0", "A9", "B3-", "B3-K1", "3B", "B", "tout", "B3 -", "A99"})
    void whatIsNoSquareIsSaidSo(String name) {
        assertThat(whole.named(name)).isEmpty();
    }
}
