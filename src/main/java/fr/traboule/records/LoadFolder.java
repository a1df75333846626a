package fr.traboule.records;

import fr.traboule.records.Change.Origin;
import fr.traboule.records.ImportProblem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Loads a city from its folder (see docs/city-folder.md), whole or not at all. A line that is the same as when the folder was last
 * loaded is left alone: what pages changed since stays as they changed it.
 */
@Service
public class LoadFolder {

    private final RecordFiles files;
    private final Changes changes;
    private final FolderLines folderLines;

    LoadFolder(RecordFiles files, Changes changes, FolderLines folderLines) {
        this.files = files;
        this.changes = changes;
        this.folderLines = folderLines;
    }

    /** @throws ImportRefused with all that is wrong in the folder's files */
    @Transactional
    public void load(ImportFolder folder) {
        var proposal = new Proposal(Origin.FOLDER, Optional.empty());
        var problems = new ArrayList<Problem>();
        var held = new ArrayList<FolderLines.Held>();
        for (var file : files.inFolder()) {
            try {
                add(folder, file, proposal, held, problems);
            } catch (ImportProblem problem) {
                problems.add(problem.problem());
            }
        }
        if (problems.isEmpty() && changes.applyAtOnce(proposal) instanceof Changes.Refused refused) {
            problems.addAll(refused.problems());
        }
        if (!problems.isEmpty()) {
            throw new ImportRefused(problems);
        }
        held.forEach(folderLines::remember);
    }

    private void add(
            ImportFolder folder,
            RecordFile file,
            Proposal proposal,
            List<FolderLines.Held> held,
            List<Problem> problems) {
        if (file.isNeeded() && !folder.holds(file)) {
            throw new ImportProblem(file.files().get(1), 0, "noFile");
        }
        if (!folder.holds(file)) {
            return;
        }
        problems.addAll(proposal.writeAll(file, folder.lines(file), false));
        var now = FolderLines.Held.of(file, proposal.lines(file));
        var before = folderLines.of(file);
        proposal.leave(
                file,
                key -> Objects.equals(now.hashes().get(key), before.hashes().get(key)));
        if (file.saysAll()) {
            before.hashes().keySet().stream()
                    .filter(key -> !now.hashes().containsKey(key))
                    .forEach(key -> proposal.remove(file, key));
        }
        held.add(now);
    }
}
