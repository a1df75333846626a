package fr.traboule.ground.files;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * A picture without what it tells beside what it shows: where and when it was taken, with which telephone, by whom; and
 * without whatever was hung on after its end. The picture itself is not touched: its parts are copied one by one, those that
 * are known to be needed and no other. No library does this for the three formats without compressing them again.
 */
final class CleanPicture {

    /** More points than any telephone takes: a small file that unfolds into more is made to harm. */
    private static final long MOST_PIXELS = 150_000_000;

    private CleanPicture() {}

    /** @return empty where it is broken, or too large once unfolded */
    static Optional<byte[]> of(String mediaType, byte[] content) {
        try {
            return Optional.of(
                    switch (mediaType) {
                        case "image/jpeg" -> new Jpeg(content).clean();
                        case "image/png" -> png(ByteBuffer.wrap(content));
                        case "image/webp" -> webp(ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN));
                        default -> throw new IllegalArgumentException(mediaType);
                    });
        } catch (Broken | BufferUnderflowException | IndexOutOfBoundsException broken) {
            return Optional.empty();
        }
    }

    static final class Broken extends RuntimeException {

        Broken() {
            super(null, null, false, false);
        }
    }

    static void requireSize(long width, long height) {
        if (width <= 0 || height <= 0 || width * height > MOST_PIXELS) {
            throw new Broken();
        }
    }

    /** PNG: a signature, then parts of length, name, content and check sum, up to IEND (ISO/IEC 15948). */
    private static byte[] png(ByteBuffer in) {
        var out = new ByteArrayOutputStream(in.capacity());
        copy(in, 8, out);
        while (true) {
            in.mark();
            var length = in.getInt();
            var name = name(in);
            in.reset();
            if (length < 0 || length > in.remaining()) {
                throw new Broken();
            }
            if (name.equals("IHDR")) {
                requireSize(in.getInt(in.position() + 8), in.getInt(in.position() + 12));
            }
            var part = new ByteArrayOutputStream();
            copy(in, length + 12, part);
            switch (name) {
                case "IHDR", "PLTE", "IDAT", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD", "pHYs" ->
                    out.writeBytes(part.toByteArray());
                case "IEND" -> {
                    out.writeBytes(part.toByteArray());
                    return out.toByteArray();
                }
                default -> {
                    // Words, dates, positions, animations: not the picture.
                }
            }
        }
    }

    /** WebP: RIFF parts of name, length and content, padded to even (RFC 9649). */
    private static byte[] webp(ByteBuffer in) {
        var out = new ByteArrayOutputStream(in.capacity());
        if (!name(in).equals("RIFF")) {
            throw new Broken();
        }
        var size = in.getInt();
        if (size < 4 || size > in.capacity() - 8 || !name(in).equals("WEBP")) {
            throw new Broken();
        }
        var end = size + 8;
        while (in.position() + 8 <= end) {
            var start = in.position();
            var name = name(in);
            var length = in.getInt();
            if (length < 0 || length > end - in.position()) {
                throw new Broken();
            }
            var padded = Math.min(length + (length & 1), end - in.position());
            in.position(start);
            var part = new byte[8 + padded];
            in.get(part);
            switch (name) {
                case "VP8X" -> {
                    requireSize(1L + uint24(part, 12), 1L + uint24(part, 15));
                    part[8] &= (byte) ~(0x08 | 0x04); // it has neither Exif nor XMP any more
                    out.writeBytes(part);
                }
                case "VP8 ", "VP8L", "ALPH", "ICCP", "ANIM", "ANMF" -> out.writeBytes(part);
                default -> {
                    // Exif, XMP, and whatever else may hide there.
                }
            }
        }
        if (out.size() == 0) {
            throw new Broken();
        }
        return ByteBuffer.allocate(12 + out.size())
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {'R', 'I', 'F', 'F'})
                .putInt(4 + out.size())
                .put(new byte[] {'W', 'E', 'B', 'P'})
                .put(out.toByteArray())
                .array();
    }

    private static int uint24(byte[] bytes, int at) {
        return bytes[at] & 0xff | (bytes[at + 1] & 0xff) << 8 | (bytes[at + 2] & 0xff) << 16;
    }

    private static String name(ByteBuffer in) {
        var letters = new StringBuilder();
        for (var letter = 0; letter < 4; letter++) {
            letters.append((char) (in.get() & 0xff));
        }
        return letters.toString();
    }

    private static void copy(ByteBuffer in, int length, ByteArrayOutputStream out) {
        var part = new byte[length];
        in.get(part);
        out.writeBytes(part);
    }
}
