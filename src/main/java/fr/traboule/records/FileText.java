package fr.traboule.records;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The text of a file, and its lines as its ending says they are written. */
final class FileText {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private FileText() {}

    static List<Line> lines(String file, byte[] content) {
        var name = file.toLowerCase(Locale.ROOT);
        var text = of(file, content);
        return name.endsWith("json") ? JsonLines.read(file, text) : CsvLines.read(file, text);
    }

    /** In UTF-8, with or without a byte order mark. */
    static String of(String file, byte[] content) {
        var bytes = ByteBuffer.wrap(content);
        try {
            var text = UTF_8.newDecoder().decode(bytes).toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            var line = IntStream.range(0, bytes.position())
                            .filter(at -> bytes.get(at) == '\n')
                            .count()
                    + 1;
            throw new ImportProblem(file, line, "noUtf8");
        }
    }
}
