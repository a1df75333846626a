package fr.traboule.ground.files;

import static fr.traboule.ground.files.PictureFixture.showsTheFace;
import static fr.traboule.ground.files.PictureFixture.unfolded;
import static org.assertj.core.api.Assertions.assertThat;

import fr.traboule.ground.files.DrawPicture.Area;
import fr.traboule.ground.files.DrawPicture.Detail;
import fr.traboule.ground.files.DrawPicture.Drawn;
import fr.traboule.ground.files.DrawPicture.Size;
import java.awt.Color;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is hidden is not in what is drawn, whichever way the camera was held and however large the photo is. */
class DrawPictureTests {

    private static final Area FACE = new Area(0, 0, 0.2, 0.2);

    private final DrawPicture draw = new DrawPicture();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatIsHiddenIsGoneWhicheverWayTheCameraWasHeld(int orientation) {
        var photo = PictureFixture.held(orientation, 300, 200);

        var hidden = drawn("image/jpeg", photo, Area.WHOLE, List.of(FACE), Detail.COPY);

        assertThat(draw.size("image/jpeg", photo)).contains(new Size(300, 200));
        assertThat(showsTheFace(photo)).isTrue();
        assertThat(showsTheFace(hidden)).isFalse();
        var image = unfolded(hidden);
        assertThat(image.getWidth()).isEqualTo(300);
        assertThat(image.getHeight()).isEqualTo(200);
        for (var y = 0; y < 40; y++) {
            for (var x = 0; x < 60; x++) {
                assertThat(new Color(image.getRGB(x, y)).getRed())
                        .as(x + "," + y)
                        .isLessThan(70);
            }
        }
        assertThat(new Color(image.getRGB(20, 20))).isEqualTo(Color.BLACK);
        assertThat(new Color(image.getRGB(150, 100)).getRed()).isGreaterThan(240);
    }

    @Test
    void nothingOfTheFileButItsPointsIsInWhatIsDrawn() {
        var whole = drawn("image/jpeg", PictureFixture.held(6, 80, 60), Area.WHOLE, List.of(), Detail.COPY);

        assertThat(new String(whole, StandardCharsets.ISO_8859_1)).doesNotContain("Exif");
        assertThat(showsTheFace(whole)).isTrue();
    }

    @Test
    void aPartIsThatPartAndTheRestOfWhatIsHiddenStaysOutOfIt() {
        var photo = PictureFixture.png(1000, 800);

        assertThat(showsTheFace(drawn("image/png", photo, new Area(0.1, 0.1, 0.2, 0.2), List.of(), Detail.PAGE)))
                .isTrue();
        var beside = drawn("image/png", photo, new Area(0.5, 0.5, 0.25, 0.5), List.of(FACE), Detail.PAGE);
        assertThat(unfolded(beside).getWidth()).isEqualTo(250);
        assertThat(unfolded(beside).getHeight()).isEqualTo(400);
        assertThat(new Color(unfolded(beside).getRGB(0, 0)).getRed()).isGreaterThan(240);
        var half =
                drawn("image/png", photo, new Area(0.1, 0, 0.2, 0.2), List.of(new Area(0.1, 0, 0.1, 0.2)), Detail.PAGE);
        assertThat(showsTheFace(half)).isFalse();
        assertThat(new Color(unfolded(half).getRGB(40, 80)).getRed()).isLessThan(40);
        assertThat(new Color(unfolded(half).getRGB(150, 80)).getRed()).isGreaterThan(200);
    }

    /** A column of one point between two squares would be enough to read a plate. */
    @ParameterizedTest
    @EnumSource(Detail.class)
    void readInStepsNothingOfItIsLeftEither(Detail detail) {
        var photo = PictureFixture.png(4_999, 3_001);

        for (var shift = 0; shift < 3; shift++) {
            var more = shift / 4_999.0;
            var copy = drawn("image/png", photo, Area.WHOLE, List.of(new Area(0, 0, 0.2 + more, 0.2 + more)), detail);

            assertThat(showsTheFace(copy)).isFalse();
            assertThat((long) unfolded(copy).getWidth() * unfolded(copy).getHeight())
                    .isLessThanOrEqualTo(detail == Detail.PAGE ? 1_500_000 : 12_000_000);
        }
    }

    @Test
    void whatUnfoldsIntoGigabytesIsNotUnfolded() {
        var bomb = PictureFixture.huge(12_000, 12_000);

        assertThat(new FileCheck().check("bombe.png", bomb)).isInstanceOf(FileCheck.Accepted.class);
        assertThat(draw.size("image/png", bomb))
                .hasValueSatisfying(
                        size -> assertThat(DrawPicture.isTooLarge(size)).isTrue());
        assertThat(draw.draw("image/png", bomb, Area.WHOLE, List.of(), Detail.PAGE))
                .isInstanceOf(DrawPicture.TooLarge.class);
    }

    @Test
    void whatCannotBeReadIsSaidSo() {
        assertThat(draw.size("image/png", new byte[40])).isEmpty();
        assertThat(draw.draw("image/tiff-of-mars", new byte[40], Area.WHOLE, List.of(), Detail.PAGE))
                .isInstanceOf(DrawPicture.NotReadable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/jpeg", "image/png"})
    void whateverIsChangedInItNothingFails(String mediaType) {
        var photo = mediaType.endsWith("png") ? PictureFixture.png(60, 40) : PictureFixture.held(6, 60, 40);
        var random = new Random(20261123);

        for (var attempt = 0; attempt < 300; attempt++) {
            var changed = attempt % 3 == 0 ? Arrays.copyOf(photo, random.nextInt(photo.length)) : photo.clone();
            for (var change = 0; change < 4 && changed.length > 0; change++) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            }
            assertThat(draw.draw(mediaType, changed, Area.WHOLE, List.of(FACE), Detail.PAGE))
                    .isNotNull();
            assertThat(draw.size(mediaType, changed)).isNotNull();
        }
    }

    private byte[] drawn(String mediaType, byte[] photo, Area part, List<Area> hidden, Detail detail) {
        return ((Drawn) draw.draw(mediaType, photo, part, hidden, detail)).jpeg();
    }
}
