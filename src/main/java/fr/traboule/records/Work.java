package fr.traboule.records;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Lines to write and records to remove, by the name of their file.
 *
 * @param seen the edits that were looked at: what they change must still be as it was
 */
record Work(Map<String, List<Wanted>> lines, Map<String, List<String>> removals, List<Edit> seen) {

    /** What is to stand in the record of that key. */
    record Wanted(String key, Line line) {

        static Wanted of(RecordFile file, Line line) {
            return new Wanted(new Entry(line.cells()).key(file.key()), line);
        }
    }

    boolean touches(RecordFile file) {
        return lines.containsKey(file.name()) || removals.containsKey(file.name());
    }

    List<Wanted> lines(RecordFile file) {
        return lines.getOrDefault(file.name(), List.of());
    }

    List<String> removals(RecordFile file) {
        return removals.getOrDefault(file.name(), List.of());
    }

    /** What was looked at, once more. */
    static Work again(List<Edit> edits) {
        var lines = new LinkedHashMap<String, List<Wanted>>();
        var removals = new LinkedHashMap<String, List<String>>();
        for (var edit : edits) {
            if (edit.after().isPresent()) {
                var line = new Line(edit.file(), 0, cells(edit, edit.after().get()));
                lines.computeIfAbsent(edit.file(), file -> new ArrayList<>()).add(new Wanted(edit.key(), line));
            } else {
                removals.computeIfAbsent(edit.file(), file -> new ArrayList<>()).add(edit.key());
            }
        }
        return new Work(lines, removals, edits);
    }

    /** Of a record that is there, what changes: the rest is left as it may be by then. */
    private static Map<String, String> cells(Edit edit, Entry after) {
        return edit.before().isEmpty()
                ? after.cells()
                : edit.columns().stream().collect(Collectors.toMap(column -> column, after::cell));
    }
}
