package fr.traboule.records;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;

/**
 * A file of another publisher that waits for its columns to be matched.
 *
 * @param kind name of the records that it is to become, empty where nobody said
 */
public record Upload(UUID id, String name, String kind, List<Line> lines) {

    private static final int LOOKED_AT = 50;

    /** All columns of its first lines, in their order. */
    public List<String> columns() {
        var columns = new LinkedHashSet<String>();
        lines.stream().limit(LOOKED_AT).forEach(line -> columns.addAll(line.names()));
        return List.copyOf(columns);
    }

    /** Something that stands in that column; empty where nothing does. */
    public String sample(String column) {
        return lines.stream()
                .limit(LOOKED_AT)
                .map(line -> line.cells().getOrDefault(column, ""))
                .filter(cell -> !cell.isBlank())
                .findFirst()
                .map(ImportProblem::beginning)
                .orElse("");
    }
}
