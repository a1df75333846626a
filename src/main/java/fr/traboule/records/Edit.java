package fr.traboule.records;

import java.util.List;
import java.util.Optional;

/**
 * What a change does to one record.
 *
 * @param file name of its {@link RecordFile}
 * @param before empty where the record is new
 * @param after empty where it is no more
 */
public record Edit(String file, String key, Optional<Entry> before, Optional<Entry> after) {

    public Edit {
        if (before.equals(after)) {
            throw new IllegalArgumentException("An edit changes something");
        }
    }

    /** The columns in which something changes, in the order of the file. */
    public List<String> columns() {
        return after.or(() -> before).orElseThrow().cells().keySet().stream()
                .filter(column -> !before(column).equals(after(column)))
                .toList();
    }

    public String before(String column) {
        return before.map(entry -> entry.cell(column)).orElse("");
    }

    public String after(String column) {
        return after.map(entry -> entry.cell(column)).orElse("");
    }

    Edit inverse() {
        return new Edit(file, key, after, before);
    }
}
