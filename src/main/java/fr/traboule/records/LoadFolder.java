package fr.traboule.records;

import fr.traboule.records.Change.Origin;
import fr.traboule.records.ImportProblem.Problem;
import java.util.ArrayList;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Loads a city from its folder (see docs/city-folder.md), whole or not at all. Loading the same folder twice changes nothing.
 */
@Service
public class LoadFolder {

    private final RecordFiles files;
    private final Changes changes;

    LoadFolder(RecordFiles files, Changes changes) {
        this.files = files;
        this.changes = changes;
    }

    /** @throws ImportRefused with all that is wrong in the folder's files */
    public void load(ImportFolder folder) {
        var proposal = new Proposal(Origin.FOLDER, Optional.empty());
        var problems = new ArrayList<Problem>();
        files.all().stream()
                .filter(file -> file.isNeeded() && !folder.holds(file))
                .map(file -> new ImportProblem(file.files().get(1), 0, "noFile").problem())
                .forEach(problems::add);
        problems.addAll(proposal.writeFolder(files, folder, RecordFile::saysAll));
        if (problems.isEmpty() && changes.applyAtOnce(proposal) instanceof Changes.Refused refused) {
            problems.addAll(refused.problems());
        }
        if (!problems.isEmpty()) {
            throw new ImportRefused(problems);
        }
    }
}
