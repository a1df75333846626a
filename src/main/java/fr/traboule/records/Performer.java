package fr.traboule.records;

import fr.traboule.records.ImportProblem.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does a piece of work on the records and says what came of it: every edit, those too that follow from others, or every
 * problem. Whoever calls it keeps the transaction or rolls it back; one such work runs at a time.
 */
@Component
class Performer {

    private static final int AT_ONCE = 500;

    private final RecordFiles files;
    private final JdbcClient jdbc;
    private final TransactionTemplate savepoint;

    Performer(RecordFiles files, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.files = files;
        this.jdbc = jdbc;
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** @param problems empty if the records are now as they were to be */
    record Result(List<Edit> edits, List<Problem> problems) {}

    @Transactional(propagation = Propagation.MANDATORY)
    public Result perform(Work work, LongConsumer told) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('records.change'))")
                .query((row, number) -> number)
                .list();
        var watched = files.all().stream()
                .filter(file -> !file.isLarge() || work.touches(file))
                .toList();
        var before = snapshot(watched);
        var run = new Run(work, before, told);
        run.refuseChangedSince();
        watched.reversed().forEach(run::removeWhatNothingNames);
        watched.forEach(run::write);
        watched.reversed().forEach(run::remove);
        if (run.problems.isEmpty()) {
            watched.forEach(run::check);
        }
        return new Result(run.problems.isEmpty() ? edits(before, snapshot(watched)) : List.of(), run.problems);
    }

    private static Map<RecordFile, Map<String, Entry>> snapshot(List<RecordFile> watched) {
        var entries = new LinkedHashMap<RecordFile, Map<String, Entry>>();
        watched.forEach(file -> entries.put(file, RecordFiles.read(file)));
        return entries;
    }

    private static List<Edit> edits(
            Map<RecordFile, Map<String, Entry>> before, Map<RecordFile, Map<String, Entry>> after) {
        var edits = new ArrayList<Edit>();
        before.forEach((file, were) -> {
            var are = after.getOrDefault(file, Map.of());
            var keys = new LinkedHashSet<>(are.keySet());
            keys.addAll(were.keySet());
            keys.stream()
                    .filter(key -> !Optional.ofNullable(were.get(key)).equals(Optional.ofNullable(are.get(key))))
                    .map(key -> new Edit(
                            file.name(), key, Optional.ofNullable(were.get(key)), Optional.ofNullable(are.get(key))))
                    .forEach(edits::add);
        });
        return List.copyOf(edits);
    }

    /** One piece of work, with the problems met so far. */
    private final class Run {

        private final Work work;
        private final Map<RecordFile, Map<String, Entry>> before;
        private final List<Problem> problems = new ArrayList<>();
        private final Set<String> removed = new HashSet<>();
        private final LongConsumer told;
        private long written;

        Run(Work work, Map<RecordFile, Map<String, Entry>> before, LongConsumer told) {
            this.work = work;
            this.before = before;
            this.told = told;
        }

        private Optional<Entry> now(RecordFile file, String key) {
            return Optional.ofNullable(before.getOrDefault(file, Map.of()).get(key));
        }

        /** What somebody changed since the edit was looked at is not overwritten. */
        void refuseChangedSince() {
            for (var edit : work.seen()) {
                var file = files.named(edit.file());
                var now = now(file, edit.key());
                if (now.isPresent() != edit.before().isPresent()
                        && now.isPresent() != edit.after().isPresent()) {
                    refuse(edit, "", now.isPresent() ? "appearedSince" : "goneSince");
                }
                now.filter(entry -> edit.before().isPresent())
                        .ifPresent(entry -> edit.columns().stream()
                                .filter(column -> !entry.cell(column).equals(edit.before(column))
                                        && !entry.cell(column).equals(edit.after(column)))
                                .forEach(column -> refuse(edit, column, "changedSince")));
            }
        }

        private void refuse(Edit edit, String column, String what) {
            problems.add(new Problem(edit.file(), 0, column, what, List.of(edit.key()), ""));
        }

        void write(RecordFile file) {
            var wanted = work.lines(file);
            if (wanted.isEmpty()) {
                return;
            }
            var writer = file.writer();
            var lines = changing(file, wanted);
            lines.forEach(line -> {
                guarded(() -> writer.write(line));
                told.accept(++written);
            });
            if (problems.isEmpty()) {
                lines.forEach(line -> guarded(() -> writer.link(line)));
                guarded(writer::finish);
            }
        }

        /** Only lines that change something are written: the others are as they should be. */
        private List<Line> changing(RecordFile file, List<Work.Wanted> wanted) {
            var lines = new ArrayList<Line>();
            for (var each : wanted) {
                var now = now(file, each.key());
                var line = each.line().over(now.map(Entry::cells).orElseGet(() -> nothing(file)));
                var reconciled =
                        line.with(now.map(entry -> file.reconcile(entry, line)).orElse(line.cells()));
                if (!now.map(entry -> Canonical.areSame(file, entry.cells(), reconciled.cells()))
                        .orElse(false)) {
                    lines.add(reconciled);
                }
            }
            return lines;
        }

        private static Map<String, String> nothing(RecordFile file) {
            return file.columns().stream().collect(Collectors.toMap(Column::name, column -> ""));
        }

        /** Before anything is written: what is to come may stand in their place. */
        void removeWhatNothingNames(RecordFile file) {
            var writer = file.writer();
            var there = work.removals(file).stream()
                    .flatMap(key -> now(file, key).stream())
                    .toList();
            for (var first = 0; first < there.size(); first += AT_ONCE) {
                var some = there.subList(first, Math.min(first + AT_ONCE, there.size()));
                if (areRemoved(writer, file, some)) {
                    some.forEach(entry -> removed.add(file.name() + entry.key(file.key())));
                } else {
                    some.stream()
                            .filter(entry -> areRemoved(writer, file, List.of(entry)))
                            .forEach(entry -> removed.add(file.name() + entry.key(file.key())));
                }
                written += some.size();
                told.accept(written);
            }
        }

        /** After everything is written: what was named until then. What others still name stays. */
        void remove(RecordFile file) {
            var writer = file.writer();
            for (var key : work.removals(file)) {
                now(file, key)
                        .filter(entry -> !removed.contains(file.name() + key))
                        .filter(entry -> !areRemoved(writer, file, List.of(entry)))
                        .ifPresent(entry -> problems.add(new Problem(file.name(), 0, "", "inUse", List.of(key), "")));
            }
            if (!work.removals(file).isEmpty()) {
                guarded(writer::finish);
            }
        }

        /** All of them, or none. */
        private boolean areRemoved(RecordWriter writer, RecordFile file, List<Entry> entries) {
            try {
                savepoint.executeWithoutResult(status -> entries.forEach(entry -> writer.remove(Line.of(file, entry))));
                return true;
            } catch (DataIntegrityViolationException e) {
                return false;
            }
        }

        void check(RecordFile file) {
            guarded(file::check);
        }

        private void guarded(Runnable act) {
            try {
                act.run();
            } catch (ImportProblem found) {
                problems.add(found.problem());
            }
        }
    }
}
