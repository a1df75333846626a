package fr.traboule.ground.files;

import fr.traboule.ground.files.CleanPicture.Broken;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.awt.geom.NoninvertibleTransformException;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.springframework.stereotype.Component;

/**
 * Draws a photo anew, upright: a part of it to be looked at, or the whole for others to see. What is hidden is filled before the
 * picture is written, so that nothing of it is in the new file; nor is anything else of the old one but its points. Small files
 * may unfold into gigabytes: what is too large is not unfolded, what is large is read in steps, and one is drawn at a time.
 */
@Component
public class DrawPicture {

    /** More than that is not unfolded at all. */
    static final long MOST_UNFOLDED = 50_000_000;

    private final Semaphore turn = new Semaphore(1, true);

    /** How much of a photo is worth keeping in memory. */
    public enum Detail {
        /** What a page can show. */
        PAGE(1_500_000, 0.8f),
        /** What is kept. */
        COPY(12_000_000, 0.88f);

        private final long mostPoints;
        private final float quality;

        Detail(long mostPoints, float quality) {
            this.mostPoints = mostPoints;
            this.quality = quality;
        }
    }

    /** A part of a picture, in fractions of its width and height. */
    public record Area(double left, double top, double width, double height) {

        public static final Area WHOLE = new Area(0, 0, 1, 1);

        private Rectangle2D shape() {
            return new Rectangle2D.Double(left, top, width, height);
        }
    }

    /** In points, upright. */
    public record Size(int width, int height) {}

    public sealed interface Outcome {}

    /** A JPEG. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Drawn(byte[] jpeg) implements Outcome {}

    public record TooLarge() implements Outcome {}

    /** Broken, or of a kind that cannot be unfolded here. */
    public record NotReadable() implements Outcome {}

    /** Empty where it cannot be drawn: broken, or in colours that only printers have. What is broken further on shows when it is drawn. */
    public Optional<Size> size(String mediaType, byte[] content) {
        try {
            return Optional.of(read(mediaType, content, reader -> {
                if (!reader.getImageTypes(0).hasNext()) {
                    throw new Broken();
                }
                var lies = liesOnItsSide(orientation(mediaType, content));
                var across = reader.getWidth(0);
                var down = reader.getHeight(0);
                return lies ? new Size(down, across) : new Size(across, down);
            }));
        } catch (IOException | RuntimeException notReadable) {
            return Optional.empty();
        }
    }

    /** Whether it has more points than are unfolded. */
    public static boolean isTooLarge(Size size) {
        return (long) size.width() * size.height() > MOST_UNFOLDED;
    }

    /** @param hidden of the whole picture */
    public Outcome draw(String mediaType, byte[] content, Area part, List<Area> hidden, Detail detail) {
        turn.acquireUninterruptibly();
        try {
            return read(mediaType, content, reader -> {
                if (isTooLarge(new Size(reader.getWidth(0), reader.getHeight(0)))) {
                    return new TooLarge();
                }
                var drawn = draw(reader, orientation(mediaType, content), part, hidden, detail);
                return new Drawn(jpeg(drawn, detail));
            });
        } catch (IOException | RuntimeException notReadable) {
            return new NotReadable();
        } finally {
            turn.release();
        }
    }

    private interface Reading<T> {
        T from(ImageReader reader) throws IOException;
    }

    /** In memory: nothing of a photo goes into a file of its own. */
    private static <T> T read(String mediaType, byte[] content, Reading<T> reading) throws IOException {
        var readers = ImageIO.getImageReadersByMIMEType(mediaType);
        if (!readers.hasNext()) {
            throw new Broken();
        }
        var reader = readers.next();
        try (var stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            reader.setInput(stream, true, true);
            return reading.from(reader);
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage draw(ImageReader reader, int orientation, Area part, List<Area> hidden, Detail detail)
            throws IOException {
        var turned = turned(orientation, 1, 1);
        var whole = new Size(reader.getWidth(0), reader.getHeight(0));
        var region = points(inverse(turned).createTransformedShape(part.shape()).getBounds2D(), whole);
        var step = step(region, detail.mostPoints);
        var how = reader.getDefaultReadParam();
        how.setSourceRegion(region);
        how.setSourceSubsampling(step, step, 0, 0);
        var lying = reader.read(0, how);
        var drawn = upright(lying, orientation);
        var shown = turned.createTransformedShape(new Rectangle2D.Double(
                        (double) region.x / whole.width(),
                        (double) region.y / whole.height(),
                        (double) region.width / whole.width(),
                        (double) region.height / whole.height()))
                .getBounds2D();
        hide(drawn, shown, hidden);
        return drawn;
    }

    private static Rectangle points(Rectangle2D fractions, Size whole) {
        var left = (int) Math.floor(fractions.getMinX() * whole.width());
        var top = (int) Math.floor(fractions.getMinY() * whole.height());
        var right = (int) Math.ceil(fractions.getMaxX() * whole.width());
        var bottom = (int) Math.ceil(fractions.getMaxY() * whole.height());
        return new Rectangle(left, top, right - left, bottom - top)
                .intersection(new Rectangle(whole.width(), whole.height()));
    }

    private static int step(Rectangle region, long mostPoints) {
        var step = 1;
        while ((long) Math.ceilDiv(region.width, step) * Math.ceilDiv(region.height, step) > mostPoints) {
            step++;
        }
        return step;
    }

    /** On white, where it lets something through. */
    private static BufferedImage upright(BufferedImage lying, int orientation) {
        var lies = liesOnItsSide(orientation);
        var drawn = new BufferedImage(
                lies ? lying.getHeight() : lying.getWidth(),
                lies ? lying.getWidth() : lying.getHeight(),
                BufferedImage.TYPE_3BYTE_BGR);
        var pen = drawn.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, drawn.getWidth(), drawn.getHeight());
        pen.drawImage(lying, turned(orientation, lying.getWidth(), lying.getHeight()), null);
        pen.dispose();
        return drawn;
    }

    /** One point more on each side: what was read in steps, or turned, may be off by one. */
    private static void hide(BufferedImage drawn, Rectangle2D shown, List<Area> hidden) {
        var pen = drawn.createGraphics();
        pen.setColor(Color.BLACK);
        for (var area : hidden) {
            var across = drawn.getWidth() / shown.getWidth();
            var down = drawn.getHeight() / shown.getHeight();
            var left = (int) Math.floor((area.left() - shown.getX()) * across) - 1;
            var top = (int) Math.floor((area.top() - shown.getY()) * down) - 1;
            var right = (int) Math.ceil((area.left() + area.width() - shown.getX()) * across) + 1;
            var bottom = (int) Math.ceil((area.top() + area.height() - shown.getY()) * down) + 1;
            pen.fillRect(left, top, right - left, bottom - top);
        }
        pen.dispose();
    }

    private static byte[] jpeg(BufferedImage drawn, Detail detail) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(stream);
            var how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(detail.quality);
            writer.write(null, new IIOImage(drawn, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static int orientation(String mediaType, byte[] content) {
        return mediaType.equals("image/jpeg") ? new Jpeg(content).whichWayIsUp() : 1;
    }

    private static boolean liesOnItsSide(int orientation) {
        return orientation > 4;
    }

    /** From how its points lie to how it is seen, for a picture of that width and height (Exif 2.32, 4.6.4, orientation). */
    private static AffineTransform turned(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }

    private static AffineTransform inverse(AffineTransform turned) {
        try {
            return turned.createInverse();
        } catch (NoninvertibleTransformException e) {
            throw new IllegalStateException(e);
        }
    }
}
