package fr.traboule.configuration;

import fr.traboule.ground.access.AccountNames;
import fr.traboule.records.Change;
import fr.traboule.records.ChangeId;
import fr.traboule.records.Edit;
import fr.traboule.records.JdbcChanges;
import fr.traboule.records.RecordFiles;
import fr.traboule.web.Wording;
import java.util.List;
import org.springframework.stereotype.Component;

/** Changes as lists show them. */
@Component
class ChangeLines {

    /** Named one by one. */
    private static final int MOST_KINDS = 3;

    private final JdbcChanges changes;
    private final RecordFiles files;
    private final AccountNames names;

    ChangeLines(JdbcChanges changes, RecordFiles files, AccountNames names) {
        this.changes = changes;
        this.files = files;
        this.names = names;
    }

    /**
     * One change.
     *
     * @param title what it is about, in a few words
     * @param by who made it
     */
    record ChangeLine(Change change, String title, String by) {

        String address() {
            return ChangeController.ADDRESS + "/" + change.id().value();
        }
    }

    List<ChangeLine> of(List<Change> some, Wording wording) {
        var titles = new RecordTitles(files, wording);
        return some.stream().map(change -> of(change, titles, wording)).toList();
    }

    private ChangeLine of(Change change, RecordTitles titles, Wording wording) {
        return new ChangeLine(change, title(change.id(), titles, wording), by(change, wording));
    }

    String title(ChangeId change, Wording wording) {
        return title(change, new RecordTitles(files, wording), wording);
    }

    String by(Change change, Wording wording) {
        return change.madeBy().map(names::of).orElseGet(() -> wording.text("configuration.byTheProgram"));
    }

    /** The record where there is one; else how many of each kind. */
    private String title(ChangeId change, RecordTitles titles, Wording wording) {
        var some = changes.edits(change, 2);
        if (some.size() == 1) {
            var edit = some.getFirst();
            return wording.text(
                    "configuration.change.one", wording.text("records.file." + edit.file()), title(edit, titles));
        }
        var kinds = changes.counts(change).entrySet().stream()
                .map(kind -> wording.text(
                        "configuration.change.some", wording.text("records.file." + kind.getKey()), kind.getValue()))
                .toList();
        return kinds.size() <= MOST_KINDS
                ? String.join(", ", kinds)
                : wording.text(
                        "configuration.change.more",
                        String.join(", ", kinds.subList(0, MOST_KINDS - 1)),
                        kinds.size() - MOST_KINDS + 1);
    }

    static String title(Edit edit, RecordTitles titles) {
        return titles.of(edit.file(), edit.after().or(edit::before).orElseThrow());
    }
}
