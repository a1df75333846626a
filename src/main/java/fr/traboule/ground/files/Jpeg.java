package fr.traboule.ground.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import fr.traboule.ground.files.CleanPicture.Broken;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A JPEG picture, part by part: markers of two bytes, each with a length and content, and after a scan the compressed points
 * (ITU-T T.81, annex B). Of the camera's own notes only which way is up is kept, or pictures would lie on their side.
 */
final class Jpeg {

    private static final int START = 0xD8;
    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;
    private static final int APP0 = 0xE0;
    private static final int APP1 = 0xE1;
    private static final int APP2 = 0xE2;
    private static final int APP14 = 0xEE;
    private static final int APP15 = 0xEF;
    private static final int COMMENT = 0xFE;
    private static final int UPRIGHT = 1;

    private final ByteBuffer in;
    private final ByteArrayOutputStream out;

    Jpeg(byte[] content) {
        in = ByteBuffer.wrap(content);
        out = new ByteArrayOutputStream(content.length);
    }

    byte[] clean() {
        if (marker() != START) {
            throw new Broken();
        }
        write(START);
        var oriented = false;
        while (true) {
            var marker = marker();
            if (marker == END) {
                write(END);
                return out.toByteArray();
            }
            var part = part();
            if (marker == APP1 && !oriented) {
                oriented = orientation(part) != UPRIGHT;
                if (oriented) {
                    write(APP1, upright(orientation(part)));
                }
            }
            if (isPicture(marker, part)) {
                write(marker, part);
            }
            if (marker == SCAN) {
                points();
            }
        }
    }

    /** From 1, upright, to 8, as cameras count. */
    int whichWayIsUp() {
        if (marker() != START) {
            throw new Broken();
        }
        while (true) {
            var marker = marker();
            if (marker == SCAN || marker == END) {
                return UPRIGHT;
            }
            var part = part();
            if (marker == APP1 && orientation(part) != UPRIGHT) {
                return orientation(part);
            }
        }
    }

    private int marker() {
        if ((in.get() & 0xff) != 0xff) {
            throw new Broken();
        }
        var marker = in.get() & 0xff;
        while (marker == 0xff) {
            marker = in.get() & 0xff;
        }
        return marker;
    }

    private byte[] part() {
        var length = (in.getShort() & 0xffff) - 2;
        if (length < 0 || length > in.remaining()) {
            throw new Broken();
        }
        var part = new byte[length];
        in.get(part);
        return part;
    }

    private static boolean isPicture(int marker, byte[] part) {
        if (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC) {
            var frame = ByteBuffer.wrap(part);
            CleanPicture.requireSize(frame.getShort(3) & 0xffff, frame.getShort(1) & 0xffff);
            return true;
        }
        return switch (marker) {
            case APP0 -> begins(part, "JFIF");
            case APP2 -> begins(part, "ICC_PROFILE");
            case APP14 -> begins(part, "Adobe");
            case COMMENT -> false;
            default -> marker < APP0 || marker > APP15;
        };
    }

    /** Compressed points, up to the next marker that is neither a stuffed zero nor a restart. */
    private void points() {
        while (true) {
            var sign = in.get();
            if ((sign & 0xff) == 0xff) {
                var next = in.get(in.position()) & 0xff;
                if (next != 0 && (next < 0xD0 || next > 0xD7)) {
                    in.position(in.position() - 1);
                    return;
                }
            }
            out.write(sign);
        }
    }

    /** Tag 0x0112 of the first directory (Exif 2.32, 4.6.4). */
    private static int orientation(byte[] part) {
        if (!begins(part, "Exif\0\0") || part.length < 14) {
            return UPRIGHT;
        }
        var exif = ByteBuffer.wrap(part, 6, part.length - 6).slice();
        exif.order(exif.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        var directory = exif.getInt(4);
        if (directory < 0 || directory > exif.capacity() - 2) {
            return UPRIGHT;
        }
        var entries = exif.getShort(directory) & 0xffff;
        for (var entry = 0; entry < entries; entry++) {
            var at = directory + 2 + 12 * entry;
            if (at + 12 > exif.capacity()) {
                return UPRIGHT;
            }
            if (exif.getShort(at) == 0x0112) {
                var value = exif.getShort(at + 8);
                return value >= 1 && value <= 8 ? value : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    /** Notes that say nothing but which way is up. */
    private static byte[] upright(int orientation) {
        return ByteBuffer.allocate(32)
                .put("Exif\0\0MM\0*".getBytes(ISO_8859_1))
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .array();
    }

    private static boolean begins(byte[] part, String with) {
        return part.length >= with.length() && new String(part, 0, with.length(), ISO_8859_1).equals(with);
    }

    private void write(int marker) {
        out.write(0xff);
        out.write(marker);
    }

    private void write(int marker, byte[] part) {
        write(marker);
        out.write(part.length + 2 >> 8);
        out.write(part.length + 2);
        out.writeBytes(part);
    }
}
