package fr.traboule.pact;

import fr.traboule.ground.imports.ImportFolder;
import fr.traboule.ground.imports.Line;
import fr.traboule.web.Translated;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Loads {@code commitments.csv} of a city's folder, whole or not at all. Loading it twice changes nothing. */
@Service
public class ImportCommitments {

    private final Commitments commitments;

    ImportCommitments(Commitments commitments) {
        this.commitments = commitments;
    }

    /** @throws fr.traboule.ground.imports.ImportProblem naming the line that cannot be taken */
    @Transactional
    public void load(ImportFolder folder) {
        folder.csv("commitments.csv", "number").forEach(line -> commitments.save(commitment(line)));
    }

    private static Commitment commitment(Line line) {
        line.required("text_fr");
        return new Commitment(
                line.whole("number").orElseThrow(() -> line.wrong("number", "is empty")),
                line.read("orientation", Orientation::of, "is not an orientation of the pact")
                        .orElseThrow(() -> line.wrong("orientation", "is empty")),
                Translated.ofColumns(language -> line.ifThere("text_" + language)));
    }
}
