package fr.traboule.records;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One record as a line of its file has it: what stands in each column; a column that is not there is empty. */
public record Entry(Map<String, String> cells) {

    private static final String BETWEEN_PARTS_OF_A_KEY = "|";

    public Entry {
        cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    }

    /** Empty where nothing stands. */
    public String cell(String column) {
        return cells.getOrDefault(column, "");
    }

    /** What names this record among those of its file. */
    public String key(List<String> columns) {
        return columns.stream().map(this::cell).collect(Collectors.joining(BETWEEN_PARTS_OF_A_KEY));
    }

    /** Builds an entry column by column, from what a database gives. */
    public static final class Builder {

        private final Map<String, String> cells = new LinkedHashMap<>();

        public Builder put(String column, @Nullable Object value) {
            cells.put(column, value == null ? "" : value.toString());
            return this;
        }

        public Entry build() {
            return new Entry(cells);
        }
    }
}
