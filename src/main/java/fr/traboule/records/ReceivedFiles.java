package fr.traboule.records;

import fr.traboule.ground.access.AccountId;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.records.Change.Origin;
import fr.traboule.records.ImportProblem.Problem;
import fr.traboule.web.NotFound;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
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

    /** It takes longer than a page may: a long work goes on with {@link #read}. */
    public record TakesLong(UUID upload, int lines) implements Outcome {}

    /** Its columns are not ours: somebody says which is which. */
    public record ToMatch(Upload upload) implements Outcome {}

    /**
     * @param kind where its name does not say it
     * @param saysAll whether records that it does not name are removed
     */
    public Outcome receive(Actor actor, String name, byte[] content, Optional<RecordFile> kind, boolean saysAll) {
        permissions.require(actor, RecordsPermission.CHANGE);
        try {
            var known = kind.or(() -> byName(name));
            if (!isArchive(name) && !isOurs(known, FileText.lines(name, content))) {
                var upload = keep(actor, name, content, known);
                return new ToMatch(uploads.byId(upload).orElseThrow());
            }
            return draft(
                    actor,
                    proposed(name, content, known, Optional.empty(), saysAll),
                    () -> keep(actor, name, content, known));
        } catch (ImportProblem problem) {
            return new Proposed(new Changes.Refused(List.of(problem.problem())));
        }
    }

    /** With its columns matched. */
    public Outcome match(Actor actor, Upload upload, RecordFile file, Matching matching, boolean saysAll) {
        permissions.require(actor, RecordsPermission.CHANGE);
        return draft(actor, proposed(file, matching.apply(file, upload.lines()), saysAll), upload::id);
    }

    /**
     * What takes long.
     *
     * @param told how many lines are done, as it goes
     */
    public Changes.Outcome read(
            Actor actor,
            UUID upload,
            Optional<RecordFile> kind,
            Optional<Matching> matching,
            boolean saysAll,
            LongConsumer told) {
        permissions.require(actor, RecordsPermission.CHANGE);
        var file = uploads.content(upload).orElseThrow(NotFound::new);
        try {
            var proposed = proposed(file.name(), file.content(), kind.or(() -> byName(file.name())), matching, saysAll);
            return proposed.problems().isEmpty()
                    ? changes.draft(actor, proposed.proposal(), told)
                    : new Changes.Refused(proposed.problems());
        } catch (ImportProblem problem) {
            return new Changes.Refused(List.of(problem.problem()));
        }
    }

    /** What a file wants to change, and what is wrong with it as a whole. */
    private record FromFile(Proposal proposal, List<Problem> problems) {}

    private Outcome draft(Actor actor, FromFile proposed, Supplier<UUID> kept) {
        if (!proposed.problems().isEmpty()) {
            return new Proposed(new Changes.Refused(proposed.problems()));
        }
        var lines = proposed.proposal().size();
        return lines > Changes.AT_ONCE
                ? new TakesLong(kept.get(), lines)
                : new Proposed(changes.draft(actor, proposed.proposal()));
    }

    private UUID keep(Actor actor, String name, byte[] content, Optional<RecordFile> kind) {
        var by = actor.actingAccount().map(AccountId::value).orElseThrow();
        return uploads.keep(name, content, kind.map(RecordFile::name).orElse(""), by, clock.instant());
    }

    private FromFile proposed(
            String name, byte[] content, Optional<RecordFile> kind, Optional<Matching> matching, boolean saysAll) {
        if (isArchive(name)) {
            return proposed(ImportFolder.received(Archive.read(name, content)), saysAll);
        }
        var file = kind.orElseThrow(NotFound::new);
        var lines = FileText.lines(name, content);
        return proposed(
                file, matching.map(columns -> columns.apply(file, lines)).orElse(lines), saysAll);
    }

    private FromFile proposed(ImportFolder folder, boolean saysAll) {
        var proposal = new Proposal(Origin.IMPORT, Optional.empty());
        var problems = new ArrayList<>(proposal.writeFolder(files, folder, file -> saysAll));
        if (files.all().stream().noneMatch(folder::holds)) {
            problems.add(new ImportProblem("zip", 0, "noRecords").problem());
        }
        return new FromFile(proposal, problems);
    }

    private static FromFile proposed(RecordFile file, List<Line> lines, boolean saysAll) {
        var proposal = new Proposal(Origin.IMPORT, Optional.empty());
        return new FromFile(proposal, proposal.writeAll(file, lines, saysAll));
    }

    private static boolean isArchive(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".zip");
    }

    /** A file that has other columns than ours is somebody else's. */
    private static boolean isOurs(Optional<RecordFile> kind, List<Line> lines) {
        return kind.filter(file -> {
                    var known = file.columns().stream().map(Column::name).toList();
                    return lines.isEmpty()
                            || known.containsAll(lines.getFirst().names())
                                    && lines.getFirst().names().containsAll(file.key());
                })
                .isPresent();
    }

    private Optional<RecordFile> byName(String name) {
        var base = name.replaceFirst("\\.[^.]*$", "").toLowerCase(Locale.ROOT);
        return files.all().stream()
                .filter(file ->
                        file.name().equals(base) || file.files().stream().anyMatch(known -> known.endsWith("/" + name)))
                .findFirst();
    }

    /** A file that waits for its columns to be matched, if it is still there. */
    public Optional<Upload> upload(Actor actor, UUID id) {
        permissions.require(actor, RecordsPermission.CHANGE);
        return uploads.byId(id);
    }
}
