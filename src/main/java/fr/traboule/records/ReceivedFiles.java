package fr.traboule.records;

import fr.traboule.ground.access.AccountId;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.records.Change.Origin;
import fr.traboule.records.ImportProblem.Problem;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * Files that somebody sends: one of a city's folder, several of them in an archive, or one of another publisher whose columns
 * must be matched first. They become a change to look at, whole or not at all.
 */
@Service
public class ReceivedFiles {

    private final RecordFiles files;
    private final Changes changes;
    private final Uploads uploads;
    private final Permissions permissions;
    private final Clock clock;

    ReceivedFiles(RecordFiles files, Changes changes, Uploads uploads, Permissions permissions, Clock clock) {
        this.files = files;
        this.changes = changes;
        this.uploads = uploads;
        this.permissions = permissions;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Outcome {}

    /** As of any other change. */
    public record Proposed(Changes.Outcome outcome) implements Outcome {}

    /** Its columns are not ours: somebody says which is which. */
    public record ToMatch(Upload upload) implements Outcome {}

    /**
     * @param kind where its name does not say it
     * @param saysAll whether records that it does not name are removed
     */
    public Outcome receive(Actor actor, String name, byte[] content, Optional<RecordFile> kind, boolean saysAll) {
        permissions.require(actor, RecordsPermission.CHANGE);
        try {
            return name.toLowerCase(Locale.ROOT).endsWith(".zip")
                    ? new Proposed(folder(actor, ImportFolder.received(Archive.read(name, content)), saysAll))
                    : file(actor, name, content, kind.or(() -> byName(name)), saysAll);
        } catch (ImportProblem problem) {
            return refused(List.of(problem.problem()));
        }
    }

    private Optional<RecordFile> byName(String name) {
        var base = name.replaceFirst("\\.[^.]*$", "").toLowerCase(Locale.ROOT);
        return files.all().stream()
                .filter(file ->
                        file.name().equals(base) || file.files().stream().anyMatch(known -> known.endsWith("/" + name)))
                .findFirst();
    }

    private Changes.Outcome folder(Actor actor, ImportFolder folder, boolean saysAll) {
        var proposal = new Proposal(Origin.IMPORT, Optional.empty());
        var problems = new ArrayList<>(proposal.writeFolder(files, folder, file -> saysAll));
        if (files.all().stream().noneMatch(folder::holds)) {
            problems.add(new ImportProblem("zip", 0, "noRecords").problem());
        }
        return problems.isEmpty() ? changes.draft(actor, proposal) : new Changes.Refused(problems);
    }

    private Outcome file(Actor actor, String name, byte[] content, Optional<RecordFile> kind, boolean saysAll) {
        var lines = FileText.lines(name, content);
        if (kind.isPresent() && isOurs(kind.get(), lines)) {
            return new Proposed(propose(actor, kind.get(), lines, saysAll));
        }
        var by = actor.actingAccount().map(AccountId::value).orElseThrow();
        return new ToMatch(
                uploads.keep(name, content, kind.map(RecordFile::name).orElse(""), by, clock.instant()));
    }

    /** A file that has other columns than ours is somebody else's. */
    private static boolean isOurs(RecordFile file, List<Line> lines) {
        var known = file.columns().stream().map(Column::name).toList();
        return lines.isEmpty()
                || known.containsAll(lines.getFirst().names())
                        && lines.getFirst().names().containsAll(file.key());
    }

    private Changes.Outcome propose(Actor actor, RecordFile file, List<Line> lines, boolean saysAll) {
        var proposal = new Proposal(Origin.IMPORT, Optional.empty());
        var problems = proposal.writeAll(file, lines, saysAll);
        return problems.isEmpty() ? changes.draft(actor, proposal) : new Changes.Refused(problems);
    }

    private static Outcome refused(List<Problem> problems) {
        return new Proposed(new Changes.Refused(problems));
    }

    /** A file that waits for its columns to be matched, if it is still there. */
    public Optional<Upload> upload(Actor actor, UUID id) {
        permissions.require(actor, RecordsPermission.CHANGE);
        return uploads.byId(id);
    }

    /** With its columns matched. */
    public Changes.Outcome match(Actor actor, Upload upload, RecordFile file, Matching matching, boolean saysAll) {
        permissions.require(actor, RecordsPermission.CHANGE);
        return propose(actor, file, matching.apply(file, upload.lines()), saysAll);
    }
}
