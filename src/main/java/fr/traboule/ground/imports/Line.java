package fr.traboule.ground.imports;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;

/** One line of a CSV file, read column by column; an empty cell is absent. */
public final class Line {

    private static final int LONGEST = 4_000;
    /** How much of a cell a message repeats. */
    private static final int SHOWN = 60;

    private final String file;
    private final NamedCsvRecord row;

    private Line(String file, NamedCsvRecord row) {
        this.file = file;
        this.row = row;
    }

    static Line of(String file, NamedCsvRecord row) {
        var columns = row.getHeader().size();
        if (row.getFieldCount() != columns) {
            throw new ImportProblem(
                    file,
                    row.getStartingLineNumber(),
                    "this line has %d cells, the first line %d: is a comma or a quote missing?"
                            .formatted(row.getFieldCount(), columns));
        }
        return new Line(file, row);
    }

    public Optional<String> text(String column) {
        if (!row.getHeader().contains(column)) {
            var columns = String.join(",", row.getHeader());
            throw new ImportProblem(
                    file, 1, "there is no column « %s », only: %s".formatted(column, beginning(columns)));
        }
        var value = Optional.of(row.getField(column).strip()).filter(cell -> !cell.isEmpty());
        if (value.isPresent() && value.get().length() > LONGEST) {
            throw wrong(column, "is longer than %d characters".formatted(LONGEST));
        }
        if (value.isPresent() && value.get().indexOf('\0') >= 0) {
            throw wrong(column, "has a character that is not text");
        }
        return value;
    }

    /** As {@link #text}, of a column that may be missing as a whole: a language that the city does not offer... */
    public Optional<String> ifThere(String column) {
        return row.getHeader().contains(column) ? text(column) : Optional.empty();
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
                "« %s » %s (%s)".formatted(column, what, beginning(row.getField(column))));
    }

    private static String beginning(String words) {
        return words.length() > SHOWN ? words.substring(0, SHOWN) + "…" : words;
    }
}
