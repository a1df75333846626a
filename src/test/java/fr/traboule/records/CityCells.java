package fr.traboule.records;

import de.siegmar.fastcsv.reader.CsvReader;
import java.util.stream.Stream;

/** The cells of a file, whatever their columns. */
public final class CityCells {

    private CityCells() {}

    public static Stream<String> of(ImportFolder folder, String file) {
        return CsvReader.builder().ofCsvRecord(folder.text(file)).stream().flatMap(row -> row.getFields().stream());
    }
}
