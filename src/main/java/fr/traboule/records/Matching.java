package fr.traboule.records;

import fr.traboule.calendar.WrittenHours;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which column of another publisher's file becomes which of ours.
 *
 * @param sources by our column: where its cells come from; a column that is not named stays as it is
 */
public record Matching(Map<String, Source> sources) {

    private static final int LONGEST_CODE = 80;

    /** Where the cells of a column come from. */
    public sealed interface Source {}

    /** From a column of the file. */
    public record From(String column) implements Source {}

    /** The same on every line. */
    public record Always(String value) implements Source {}

    List<Line> apply(RecordFile file, List<Line> lines) {
        var codes = new HashSet<String>();
        return lines.stream().map(line -> apply(file, line, codes)).toList();
    }

    private Line apply(RecordFile file, Line line, Set<String> codes) {
        var cells = new LinkedHashMap<String, String>();
        for (var column : file.columns()) {
            var source = sources.get(column.name());
            if (source != null) {
                cells.put(column.name(), cell(column, source, line, codes));
            }
        }
        return new Line(line.file(), line.number(), new HashMap<>(cells));
    }

    private static String cell(Column column, Source source, Line line, Set<String> codes) {
        var written = switch (source) {
            case From from -> line.cells().getOrDefault(from.column(), "").strip();
            case Always always -> always.value();
        };
        return switch (column.kind()) {
            case CODE -> code(written, codes);
            case HOURS -> hours(column, written, line);
            case DECIMAL -> written.replace(',', '.');
            default -> written;
        };
    }

    private static String hours(Column column, String written, Line line) {
        if (written.isEmpty()) {
            return "";
        }
        return switch (WrittenHours.read(written)) {
            case WrittenHours.Understood understood -> understood.openingHours();
            case WrittenHours.NotUnderstood unread ->
                throw line.with(Map.of(column.name(), written)).wrong(column.name(), "noHours");
        };
    }

    /** A code stays as it is. A name makes one without accents, and the second of the same name gets a number. */
    private static String code(String written, Set<String> codes) {
        if (Line.isCode(written)) {
            return written;
        }
        var plain = Normalizer.normalize(written, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9_]+", "-")
                .replaceAll("^[-_]+|-+$", "");
        var code = plain.substring(0, Math.min(plain.length(), LONGEST_CODE));
        var unique = code;
        for (var number = 2; !code.isEmpty() && !codes.add(unique); number++) {
            unique = code.substring(0, Math.min(code.length(), LONGEST_CODE - 5)) + "-" + number;
        }
        return unique;
    }
}
