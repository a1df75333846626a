package fr.traboule.ground.works;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.IntFunction;

/** What a work made, read one part after the other. */
class WorkContent extends InputStream {

    private static final int END = -1;

    private final IntFunction<Optional<Part>> after;
    private ByteArrayInputStream bytes = new ByteArrayInputStream(new byte[0]);
    private int number;

    /** @param after the part that follows the one of that number */
    WorkContent(IntFunction<Optional<Part>> after) {
        this.after = after;
    }

    @SuppressWarnings("ArrayRecordComponent")
    record Part(int number, byte[] content) {}

    @Override
    public int read() {
        return atPart() ? bytes.read() : END;
    }

    @Override
    public int read(byte[] buffer, int from, int most) {
        return most == 0 ? 0 : atPart() ? bytes.read(buffer, from, most) : END;
    }

    /** Parts are never empty. */
    private boolean atPart() {
        if (bytes.available() == 0) {
            after.apply(number).ifPresent(part -> {
                number = part.number();
                bytes = new ByteArrayInputStream(part.content());
            });
        }
        return bytes.available() > 0;
    }
}
