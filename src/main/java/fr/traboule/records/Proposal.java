package fr.traboule.records;

import fr.traboule.records.Change.Origin;
import fr.traboule.records.ImportProblem.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What somebody would like to change, collected line by line. */
public final class Proposal {

    private final Origin origin;
    private final Optional<String> reason;
    private final Map<String, List<Work.Wanted>> lines = new LinkedHashMap<>();
    private final Map<String, List<String>> removals = new LinkedHashMap<>();

    public Proposal(Origin origin, Optional<String> reason) {
        this.origin = origin;
        this.reason = reason;
    }

    public Proposal write(RecordFile file, Line line) {
        lines.computeIfAbsent(file.name(), name -> new ArrayList<>()).add(Work.Wanted.of(file, line));
        return this;
    }

    public Proposal remove(RecordFile file, String key) {
        removals.computeIfAbsent(file.name(), name -> new ArrayList<>()).add(key);
        return this;
    }

    /**
     * All lines of a file.
     *
     * @param saysAll whether records that it does not name are removed
     * @return what is wrong with the file as a whole: unknown columns, lines that are there twice
     */
    public List<Problem> writeAll(RecordFile file, List<Line> all, boolean saysAll) {
        var problems = new ArrayList<Problem>();
        requireColumns(file, all, problems);
        var keys = new HashSet<String>();
        for (var line : all) {
            var missing = file.key().stream()
                    .filter(column -> line.cells().getOrDefault(column, "").isBlank() && isNeeded(file, column))
                    .findFirst();
            var key = Work.Wanted.of(file, line).key();
            if (missing.isPresent()) {
                problems.add(line.wrong(missing.get(), "empty").problem());
            } else if (!keys.add(key)) {
                problems.add(line.wrong(file.key().getFirst(), "twice").problem());
            } else {
                write(file, line);
            }
        }
        if (saysAll) {
            lines.computeIfAbsent(file.name(), name -> new ArrayList<>());
            file.read().stream()
                    .map(entry -> entry.key(file.key()))
                    .filter(key -> !keys.contains(key))
                    .forEach(key -> remove(file, key));
        }
        return problems;
    }

    /** How many records it writes or removes. */
    int size() {
        return Stream.concat(lines.values().stream(), removals.values().stream())
                .mapToInt(List::size)
                .sum();
    }

    List<Work.Wanted> lines(RecordFile file) {
        return List.copyOf(lines.getOrDefault(file.name(), List.of()));
    }

    /** Some lines are not to be written after all. */
    void leave(RecordFile file, Predicate<String> key) {
        lines.computeIfPresent(
                file.name(),
                (name, wanted) ->
                        wanted.stream().filter(each -> !key.test(each.key())).toList());
    }

    /** All files of a folder that hold records. @return what is wrong with them */
    public List<Problem> writeFolder(RecordFiles files, ImportFolder folder, Predicate<RecordFile> saysAll) {
        var problems = new ArrayList<Problem>();
        for (var file : files.inFolder()) {
            try {
                if (folder.holds(file)) {
                    problems.addAll(writeAll(file, folder.lines(file), saysAll.test(file)));
                }
            } catch (ImportProblem problem) {
                problems.add(problem.problem());
            }
        }
        return problems;
    }

    private static boolean isNeeded(RecordFile file, String column) {
        return file.columns().stream().anyMatch(known -> known.name().equals(column) && known.required());
    }

    private static void requireColumns(RecordFile file, List<Line> all, List<Problem> problems) {
        var known = file.columns().stream().map(Column::name).toList();
        all.stream()
                .limit(1)
                .forEach(line -> line.cells().keySet().stream()
                        .filter(column -> !known.contains(column))
                        .forEach(column -> problems.add(
                                new ImportProblem(line.file(), 1, "unknownColumn", column, String.join(", ", known))
                                        .problem())));
    }

    Origin origin() {
        return origin;
    }

    Optional<String> reason() {
        return reason;
    }

    Work work() {
        return new Work(lines, removals, List.of());
    }
}
