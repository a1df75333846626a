package fr.traboule.records;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;

/** Lines of a CSV file (RFC 4180) with a header; its cells stand between commas or, as French spreadsheets write it, semicolons or tabs. */
final class CsvLines {

    private static final Pattern LINE = Pattern.compile("line (\\d+)");

    private CsvLines() {}

    static List<Line> read(String file, String text) {
        if (text.isBlank()) {
            throw new ImportProblem(file, 1, "emptyFile");
        }
        // Lines with too few or too many cells are refused here, by their number.
        var reader = CsvReader.builder()
                .fieldSeparator(separator(text))
                .allowUnclosedQuote(false)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE);
        try (var records = reader.ofNamedCsvRecord(text)) {
            return records.stream().map(row -> line(file, row)).toList();
        } catch (CsvParseException e) {
            throw new ImportProblem(file, lineIn(e), "noCsv");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static char separator(String text) {
        var header = text.lines().findFirst().orElse("");
        if (header.contains(",")) {
            return ',';
        }
        return header.contains(";") ? ';' : header.contains("\t") ? '\t' : ',';
    }

    private static Line line(String file, NamedCsvRecord row) {
        var columns = row.getHeader();
        if (row.getFieldCount() != columns.size()) {
            throw new ImportProblem(file, row.getStartingLineNumber(), "cells", row.getFieldCount(), columns.size());
        }
        var cells = new LinkedHashMap<String, String>();
        columns.forEach(column -> cells.put(column.strip(), row.getField(column)));
        return new Line(file, row.getStartingLineNumber(), cells);
    }

    /** The reader tells the line in its message only. */
    private static long lineIn(CsvParseException e) {
        var line = LINE.matcher(String.valueOf(e.getMessage()));
        return line.find() ? Long.parseLong(line.group(1)) : 1;
    }
}
