package fr.traboule.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A file, or a part of one, that people open with a spreadsheet: CSV (RFC 4180) in UTF-8 with its mark, in which no cell is a
 * formula.
 */
public final class Spreadsheet {

    /** The mark by which spreadsheets know UTF-8. */
    private static final char MARK = '\ufeff';

    /** By these a spreadsheet knows a formula. */
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    private Spreadsheet() {}

    /** @param head of the first part; empty for those that follow */
    public static byte[] csv(Optional<List<String>> head, Stream<List<String>> lines) {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().build(text)) {
            if (head.isPresent()) {
                text.write(MARK);
                csv.writeRecord(head.get());
            }
            lines.forEach(line ->
                    csv.writeRecord(line.stream().map(Spreadsheet::harmless).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(UTF_8);
    }

    /** No cell that a spreadsheet would take for a formula. */
    static String harmless(String cell) {
        return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
