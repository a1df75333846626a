package fr.traboule.configuration;

import fr.traboule.records.ImportProblem.Problem;
import fr.traboule.records.RecordFiles;
import fr.traboule.web.Wording;
import java.util.List;
import org.springframework.ui.Model;

/** Says what is wrong with a record, in the reader's language. */
final class ProblemWords {

    private static final int SHOWN = 100;

    private final RecordFiles files;
    private final Wording wording;

    ProblemWords(RecordFiles files, Wording wording) {
        this.files = files;
        this.wording = wording;
    }

    /** All of them, or the first, and how many there are. */
    void show(List<Problem> problems, Model model) {
        model.addAttribute("count", problems.size());
        model.addAttribute(
                "problems", problems.stream().limit(SHOWN).map(this::inList).toList());
    }

    /** In a form, beside its field. */
    String inForm(Problem problem) {
        return wording.text("configuration.problem.cell", column(problem), what(problem));
    }

    /** In a list: which file, which line, which column, and what stands there. */
    String inList(Problem problem) {
        var said = problem.column().isEmpty()
                ? what(problem)
                : problem.value().isEmpty()
                        ? wording.text("configuration.problem.cell", column(problem), what(problem))
                        : wording.text("configuration.problem.value", column(problem), what(problem), problem.value());
        return problem.line() > 0
                ? wording.text("configuration.problem.line", problem.file(), problem.line(), said)
                : wording.text("configuration.problem.file", fileName(problem.file()), said);
    }

    String what(Problem problem) {
        var arguments = problem.arguments().stream().map(this::fileName).toArray();
        return wording.text("records.wrong." + problem.what(), arguments);
    }

    private String column(Problem problem) {
        var isKnown = files.all().stream()
                .flatMap(file -> file.columns().stream())
                .anyMatch(column -> column.name().equals(problem.column()));
        return isKnown ? wording.text("records.column." + problem.column()) : problem.column();
    }

    /** What names a kind of records is said as its page says it. */
    private String fileName(String name) {
        return files.byName(name).isPresent() ? wording.text("records.file." + name) : name;
    }
}
