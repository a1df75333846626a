package fr.traboule.ground.imports;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;

/** One line of a CSV file, read column by column; an empty cell is absent. */
public final class Line {

    private static final int LONGEST = 4_000;

    private final String file;
    private final NamedCsvRecord row;

    Line(String file, NamedCsvRecord row) {
        this.file = file;
        this.row = row;
    }

    public Optional<String> text(String column) {
        var value = row.findField(column).map(String::strip).filter(cell -> !cell.isEmpty());
        if (value.isPresent() && value.get().length() > LONGEST) {
            throw wrong(column, "is longer than %d characters".formatted(LONGEST));
        }
        return value;
    }

    public String required(String column) {
        return text(column).orElseThrow(() -> wrong(column, "is empty"));
    }

    public Optional<LocalDate> date(String column) {
        return read(column, LocalDate::parse, "is not a date written 2026-11-22");
    }

    public Optional<Double> decimal(String column) {
        return read(column, Double::valueOf, "is not a number");
    }

    public Optional<Integer> whole(String column) {
        return read(column, Integer::valueOf, "is not a whole number");
    }

    /** The value, converted by a function that throws {@code IllegalArgumentException} on what it cannot take. */
    public <T> Optional<T> read(String column, Function<String, T> converter, String otherwise) {
        return text(column).map(value -> {
            try {
                return converter.apply(value);
            } catch (IllegalArgumentException | DateTimeException e) {
                throw wrong(column, otherwise);
            }
        });
    }

    public ImportProblem wrong(String column, String what) {
        return new ImportProblem(
                file,
                row.getStartingLineNumber(),
                "« %s » %s (%s)".formatted(column, what, row.findField(column).orElse("no such column")));
    }
}
