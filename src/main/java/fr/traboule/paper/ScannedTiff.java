package fr.traboule.paper;

import static java.nio.charset.StandardCharsets.US_ASCII;

import fr.traboule.ground.files.FileCheck;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A TIFF, as scanners write it: its pages become a PDF, which opens everywhere. It may have as many pages as a letter has and no
 * more points than a scanner makes; one that unfolds into more is left as it is.
 */
final class ScannedTiff {

    private static final int MOST_PAGES = 60;

    /** Bytes of one page in memory: A4 in colours at 400 points to the inch, in black and white at far more. */
    private static final long MOST_UNFOLDED = 64 * 1024 * 1024;

    /** An A4 page at 200 points to the inch can be read on any screen and printed again. */
    private static final double MOST_DRAWN = 4_000_000;

    /** Of a sheet of A4, in the points of a PDF. */
    private static final int WIDTH = 595;

    private ScannedTiff() {}

    static boolean isTiff(byte[] content) {
        return begins(content, "II*\0") || begins(content, "MM\0*");
    }

    private static boolean begins(byte[] content, String with) {
        return content.length >= with.length() && new String(content, 0, with.length(), US_ASCII).equals(with);
    }

    /** A page, compressed. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Sheet(int width, int height, boolean grey, byte[] jpeg) {}

    /** One at a time. Empty where it is broken, has too much in it, or the PDF would be larger than a file may be. */
    static synchronized Optional<byte[]> pdf(byte[] tiff) {
        var reader = ImageIO.getImageReadersByFormatName("tiff").next();
        try (var stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(tiff))) {
            reader.setInput(stream, false, true);
            var sheets = new ArrayList<Sheet>();
            for (var page = 0; has(reader, page); page++) {
                if (page == MOST_PAGES || unfolded(reader, page) > MOST_UNFOLDED) {
                    return Optional.empty();
                }
                sheets.add(sheet(reader, page));
            }
            return sheets.isEmpty()
                    ? Optional.empty()
                    : Optional.of(written(sheets)).filter(pdf -> pdf.length <= FileCheck.LARGEST);
        } catch (IOException | RuntimeException | OutOfMemoryError broken) {
            // Lengths in a broken file may be anything: the reader asks for that much at once.
            return Optional.empty();
        } finally {
            reader.dispose();
        }
    }

    /** The reader is not asked how many there are: pages may lead to each other in a circle. */
    private static boolean has(ImageReader reader, int page) throws IOException {
        try {
            return reader.getWidth(page) > 0;
        } catch (IndexOutOfBoundsException none) {
            return false;
        }
    }

    private static long unfolded(ImageReader reader, int page) throws IOException {
        var points = (long) reader.getWidth(page) * reader.getHeight(page);
        return points * reader.getRawImageType(page).getColorModel().getPixelSize() / 8;
    }

    private static Sheet sheet(ImageReader reader, int page) throws IOException {
        var scanned = reader.read(page);
        var smaller = Math.min(1, Math.sqrt(MOST_DRAWN / ((double) scanned.getWidth() * scanned.getHeight())));
        var width = Math.max(1, (int) (scanned.getWidth() * smaller));
        var height = Math.max(1, (int) (scanned.getHeight() * smaller));
        var grey = scanned.getColorModel().getNumColorComponents() == 1
                || scanned.getColorModel().getPixelSize() == 1;
        var drawn =
                new BufferedImage(width, height, grey ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_3BYTE_BGR);
        var pen = drawn.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.drawImage(scanned, 0, 0, width, height, null);
        pen.dispose();
        return new Sheet(width, height, grey, jpeg(drawn));
    }

    private static byte[] jpeg(BufferedImage drawn) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(stream);
            var how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(0.7f);
            writer.write(null, new IIOImage(drawn, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** The smallest PDF of pictures there is (ISO 32000-1, annex H): for each page its sheet, what is on it, and the picture. */
    private static byte[] written(List<Sheet> sheets) {
        var pdf = new ByteArrayOutputStream();
        var starts = new ArrayList<Integer>();
        add(pdf, "%PDF-1.4\n");
        object(pdf, starts, "<< /Type /Catalog /Pages 2 0 R >>");
        var kids = new StringBuilder();
        for (var page = 0; page < sheets.size(); page++) {
            kids.append(3 + 3 * page).append(" 0 R ");
        }
        object(pdf, starts, "<< /Type /Pages /Kids [%s] /Count %d >>".formatted(kids, sheets.size()));
        for (var page = 0; page < sheets.size(); page++) {
            add(pdf, starts, sheets.get(page), 3 + 3 * page);
        }
        var table = pdf.size();
        add(pdf, "xref\n0 %d\n0000000000 65535 f \n".formatted(starts.size() + 1));
        starts.forEach(start -> add(pdf, "%010d 00000 n \n".formatted(start)));
        add(pdf, "trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n".formatted(starts.size() + 1, table));
        return pdf.toByteArray();
    }

    private static void add(ByteArrayOutputStream pdf, List<Integer> starts, Sheet sheet, int number) {
        var height = Math.max(1, (int) ((long) WIDTH * sheet.height() / sheet.width()));
        var shown = "q %d 0 0 %d 0 0 cm /P Do Q".formatted(WIDTH, height);
        object(
                pdf,
                starts,
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents %d 0 R /Resources << /XObject << /P %d 0 R >> >> >>"
                        .formatted(WIDTH, height, number + 1, number + 2));
        object(pdf, starts, "<< /Length %d >>\nstream\n%s\nendstream".formatted(shown.length(), shown));
        starts.add(pdf.size());
        add(
                pdf,
                "%d 0 obj\n<< /Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /%s /BitsPerComponent 8 /Filter /DCTDecode /Length %d >>\nstream\n"
                        .formatted(
                                starts.size(),
                                sheet.width(),
                                sheet.height(),
                                sheet.grey() ? "DeviceGray" : "DeviceRGB",
                                sheet.jpeg().length));
        pdf.writeBytes(sheet.jpeg());
        add(pdf, "\nendstream\nendobj\n");
    }

    private static void object(ByteArrayOutputStream pdf, List<Integer> starts, String content) {
        starts.add(pdf.size());
        add(pdf, "%d 0 obj\n%s\nendobj\n".formatted(starts.size(), content));
    }

    private static void add(ByteArrayOutputStream pdf, String words) {
        pdf.writeBytes(words.getBytes(US_ASCII));
    }
}
