package fr.traboule.records;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One line of a file, or what somebody typed on a page, read column by column; an empty cell is absent.
 *
 * @param number of the line in its file; 0 on a page
 */
public record Line(String file, long number, Map<String, String> cells) {

    private static final int LONGEST = 4_000;
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,79}");

    public Line {
        cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    }

    /** What an entry has, to be written as a line. */
    public static Line of(RecordFile file, Entry entry) {
        return new Line(file.name(), 0, entry.cells());
    }

    public Optional<String> text(String column) {
        var value = Optional.ofNullable(cells.get(column))
                .orElseThrow(() -> new ImportProblem(file, 1, "noColumn", column, String.join(",", cells.keySet())))
                .strip();
        if (value.length() > LONGEST) {
            throw wrong(column, "tooLong", LONGEST);
        }
        if (value.indexOf('\0') >= 0) {
            throw wrong(column, "notText");
        }
        return Optional.of(value).filter(cell -> !cell.isEmpty());
    }

    /** As {@link #text}, of a column that may be missing as a whole: a language that the city does not offer... */
    public Optional<String> ifThere(String column) {
        return cells.containsKey(column) ? text(column) : Optional.empty();
    }

    /** An outline or a picture, however large it is. */
    public Optional<String> large(String column) {
        return Optional.ofNullable(cells.get(column)).filter(cell -> !cell.isBlank());
    }

    /** What is {@code yes} or nothing. */
    public boolean yes(String column) {
        var said = ifThere(column);
        if (said.isPresent() && !said.get().equals("yes")) {
            throw wrong(column, "noYes");
        }
        return said.isPresent();
    }

    /** One of those codes. */
    public String choice(String column, Stream<String> codes) {
        var known = codes.toList();
        var said = required(column);
        if (!known.contains(said)) {
            throw wrong(column, "noChoice", String.join(", ", known));
        }
        return said;
    }

    /** A short name for the program: it stands in addresses of pages. */
    public String code(String column) {
        var code = required(column);
        if (!isCode(code)) {
            throw wrong(column, "noCode");
        }
        return code;
    }

    static boolean isCode(String written) {
        return CODE.matcher(written).matches();
    }

    public String required(String column) {
        return text(column).orElseThrow(() -> wrong(column, "empty"));
    }

    public Optional<LocalDate> date(String column) {
        return read(column, LocalDate::parse, "noDate");
    }

    public Optional<Double> decimal(String column) {
        return read(column, Double::valueOf, "noNumber");
    }

    public Optional<Integer> whole(String column) {
        return read(column, Integer::valueOf, "noWhole");
    }

    /** The value, converted by a function that throws {@code IllegalArgumentException} on what it cannot take. */
    public <T> Optional<T> read(String column, Function<String, T> converter, String otherwise, Object... arguments) {
        return text(column).map(value -> {
            try {
                return converter.apply(value);
            } catch (IllegalArgumentException | DateTimeException e) {
                throw wrong(column, otherwise, arguments);
            }
        });
    }

    /** @param what end of the key of the sentence: {@code records.wrong.*} */
    public ImportProblem wrong(String column, String what, Object... arguments) {
        return ImportProblem.inCell(file, number, column, cells.getOrDefault(column, ""), what, arguments);
    }

    /** Of its columns, in their order. */
    List<String> names() {
        return List.copyOf(cells.keySet());
    }

    /** The same line with everything that it does not say left as it is now. */
    Line over(Map<String, String> now) {
        var whole = new LinkedHashMap<>(now);
        cells.forEach((column, cell) -> whole.put(column, cell.strip()));
        return new Line(file, number, whole);
    }

    Line with(Map<String, String> others) {
        return new Line(file, number, others);
    }
}
