package fr.traboule.ground.files;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import javax.imageio.ImageIO;

/** Photos for the tests: a white wall with a red face in the corner at the top left. */
public final class PictureFixture {

    private PictureFixture() {}

    public static byte[] photo(int width, int height) {
        return written(wall(width, height), "jpeg");
    }

    public static byte[] png(int width, int height) {
        return written(wall(width, height), "png");
    }

    /** A small file that is huge once unfolded. */
    public static byte[] huge(int width, int height) {
        return written(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY), "png");
    }

    /** As a camera that was held otherwise keeps it: the face is at the top left for whoever looks at it. */
    public static byte[] held(int orientation, int width, int height) {
        var lies = orientation > 4;
        var upright = wall(width, height);
        var lying = new BufferedImage(lies ? height : width, lies ? width : height, BufferedImage.TYPE_INT_RGB);
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                var right = width - 1 - x;
                var bottom = height - 1 - y;
                switch (orientation) {
                    case 1 -> lying.setRGB(x, y, upright.getRGB(x, y));
                    case 2 -> lying.setRGB(right, y, upright.getRGB(x, y));
                    case 3 -> lying.setRGB(right, bottom, upright.getRGB(x, y));
                    case 4 -> lying.setRGB(x, bottom, upright.getRGB(x, y));
                    case 5 -> lying.setRGB(y, x, upright.getRGB(x, y));
                    case 6 -> lying.setRGB(y, right, upright.getRGB(x, y));
                    case 7 -> lying.setRGB(bottom, right, upright.getRGB(x, y));
                    default -> lying.setRGB(bottom, x, upright.getRGB(x, y));
                }
            }
        }
        return saying(orientation, written(lying, "jpeg"));
    }

    private static BufferedImage wall(int width, int height) {
        var wall = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = wall.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 5, height / 5);
        pen.dispose();
        return wall;
    }

    private static byte[] written(BufferedImage image, String format) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] saying(int orientation, byte[] jpeg) {
        return ByteBuffer.allocate(jpeg.length + 36)
                .put(jpeg, 0, 2)
                .put((byte) 0xff)
                .put((byte) 0xe1)
                .putShort((short) 34)
                .put("Exif\0\0MM\0*".getBytes(US_ASCII))
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    public static BufferedImage unfolded(byte[] picture) {
        try {
            return ImageIO.read(new ByteArrayInputStream(picture));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether some point is more red than anything a compressed black or white has. */
    public static boolean showsTheFace(byte[] picture) {
        var image = unfolded(picture);
        for (var y = 0; y < image.getHeight(); y++) {
            for (var x = 0; x < image.getWidth(); x++) {
                var point = new Color(image.getRGB(x, y));
                if (point.getRed() - Math.max(point.getGreen(), point.getBlue()) > 60) {
                    return true;
                }
            }
        }
        return false;
    }
}
