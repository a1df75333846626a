package fr.traboule.ground.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a photo tells beside what it shows does not come in; what it shows is not touched. */
class CleanPictureTests {

    private static final String SECRET = "45.7640 N 4.8357 E, telephone of Jeanne";

    @Test
    void aPhotoLosesItsPlaceAndKeepsItsPoints() throws IOException {
        var told = withPart(picture("jpg"), 0xE1, exif(1));

        var clean = CleanPicture.of("image/jpeg", told).orElseThrow();

        assertThat(text(told)).contains(SECRET);
        assertThat(text(clean)).doesNotContain(SECRET, "Exif");
        assertThat(points(clean)).isEqualTo(points(told));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 6, 8})
    void whichWayIsUpStays(int orientation) throws IOException {
        var clean = CleanPicture.of("image/jpeg", withPart(picture("jpg"), 0xE1, exif(orientation)))
                .orElseThrow();

        assertThat(text(clean)).contains("Exif").doesNotContain(SECRET);
        assertThat(clean[2 + 2 + 2 + 6 + 8 + 2 + 9]).isEqualTo((byte) orientation);
        assertThat(points(clean)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0xE1, 0xE2, 0xE3, 0xEC, 0xED, 0xEE, 0xEF, 0xFE})
    void noPartOfAPhotoHidesWords(int marker) throws IOException {
        var told = withPart(picture("jpg"), marker, SECRET.getBytes(US_ASCII));

        assertThat(text(CleanPicture.of("image/jpeg", told).orElseThrow())).doesNotContain(SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tEXt", "iTXt", "zTXt", "eXIf", "tIME", "prVt"})
    void norDoesAPng(String name) throws IOException {
        var told = withChunk(picture("png"), name, SECRET.getBytes(US_ASCII));

        var clean = CleanPicture.of("image/png", told).orElseThrow();

        assertThat(text(clean)).doesNotContain(SECRET);
        assertThat(points(clean)).isEqualTo(points(told));
    }

    @ParameterizedTest
    @ValueSource(strings = {"EXIF", "XMP ", "JUNK"})
    void norDoesAWebp(String name) {
        var told = webp(name);

        var clean = CleanPicture.of("image/webp", told).orElseThrow();

        assertThat(text(told)).contains(SECRET);
        assertThat(text(clean)).doesNotContain(SECRET).contains("VP8X", "VP8 ");
        assertThat(clean[20] & 0x0c).isZero();
        assertThat(ByteBuffer.wrap(clean).order(ByteOrder.LITTLE_ENDIAN).getInt(4))
                .isEqualTo(clean.length - 8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpg", "png"})
    void whatHangsOnAfterTheEndFallsOff(String format) throws IOException {
        var picture = picture(format);
        var hung = concat(picture, "PK\u0003\u0004<script>alert(1)</script>".getBytes(ISO_8859_1));

        assertThat(CleanPicture.of(mediaType(format), hung).orElseThrow().length)
                .isLessThanOrEqualTo(picture.length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpg", "png"})
    void cutAnywhereItIsRefusedAndNeverFails(String format) throws IOException {
        var picture = picture(format);

        for (var length = 0; length < picture.length - 1; length++) {
            assertThat(CleanPicture.of(mediaType(format), Arrays.copyOf(picture, length)))
                    .as("cut at " + length)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpg", "png", "webp"})
    void whateverIsChangedInItNothingFails(String format) throws IOException {
        var picture = format.equals("webp") ? webp("EXIF") : picture(format);
        var random = new Random(20261123);

        for (var attempt = 0; attempt < 5_000; attempt++) {
            var changed = picture.clone();
            for (var change = 0; change < 4; change++) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            }
            CleanPicture.of(mediaType(format), changed)
                    .ifPresent(clean -> assertThat(clean.length).isLessThan(picture.length + 64));
        }
    }

    @Test
    void aSmallFileThatUnfoldsIntoGigabytesIsRefused() throws IOException {
        var bomb = picture("png");
        ByteBuffer.wrap(bomb).putInt(16, 200_000).putInt(20, 200_000);

        assertThat(CleanPicture.of("image/png", bomb)).isEmpty();

        ByteBuffer.wrap(bomb).putInt(16, -1);
        assertThat(CleanPicture.of("image/png", bomb)).isEmpty();
    }

    private static String mediaType(String format) {
        return "image/" + (format.equals("jpg") ? "jpeg" : format);
    }

    private static byte[] picture(String format) throws IOException {
        var image = new BufferedImage(24, 16, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.ORANGE);
        pen.fillOval(3, 3, 12, 9);
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, format, bytes);
        return bytes.toByteArray();
    }

    private static int[] points(byte[] picture) throws IOException {
        var image = ImageIO.read(new ByteArrayInputStream(picture));
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    /** Right after the start of a JPEG. */
    private static byte[] withPart(byte[] jpeg, int marker, byte[] part) {
        return ByteBuffer.allocate(jpeg.length + part.length + 4)
                .put(jpeg, 0, 2)
                .put((byte) 0xff)
                .put((byte) marker)
                .putShort((short) (part.length + 2))
                .put(part)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    /** Notes of a camera: which way is up, and then what it should not tell. */
    private static byte[] exif(int orientation) {
        return ByteBuffer.allocate(6 + 8 + 2 + 12 + 4 + SECRET.length())
                .put("Exif\0\0".getBytes(US_ASCII))
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("II*\0".getBytes(US_ASCII))
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .put(SECRET.getBytes(US_ASCII))
                .array();
    }

    /** Right after the header of a PNG. */
    private static byte[] withChunk(byte[] png, String name, byte[] content) {
        var check = new CRC32();
        check.update(name.getBytes(US_ASCII));
        check.update(content);
        return ByteBuffer.allocate(png.length + content.length + 12)
                .put(png, 0, 33)
                .putInt(content.length)
                .put(name.getBytes(US_ASCII))
                .put(content)
                .putInt((int) check.getValue())
                .put(png, 33, png.length - 33)
                .array();
    }

    /** An extended WebP: its header says that it has Exif and XMP, then points, then something more. */
    private static byte[] webp(String name) {
        var secret = SECRET.getBytes(US_ASCII);
        var padded = secret.length + (secret.length & 1);
        var body = 4 + 18 + 8 + 4 + 8 + padded;
        return ByteBuffer.allocate(8 + body)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(US_ASCII))
                .putInt(body)
                .put("WEBPVP8X".getBytes(US_ASCII))
                .putInt(10)
                .put(new byte[] {0x0c, 0, 0, 0, 23, 0, 0, 15, 0, 0})
                .put("VP8 ".getBytes(US_ASCII))
                .putInt(4)
                .put(new byte[] {1, 2, 3, 4})
                .put(name.getBytes(US_ASCII))
                .putInt(secret.length)
                .put(Arrays.copyOf(secret, padded))
                .array();
    }

    private static byte[] concat(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, ISO_8859_1);
    }
}
