package fr.traboule.records;

import fr.traboule.records.ImportProblem.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** Files that cannot be taken as they are: its message says in English everything that is wrong, one problem a line. */
public class ImportRefused extends RuntimeException {

    private static final int MOST_SHOWN = 30;

    private final List<Problem> problems;

    public ImportRefused(List<Problem> problems) {
        super(problems.stream().limit(MOST_SHOWN).map(EnglishSentence::of).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
