package fr.traboule.records;

import java.util.Arrays;
import java.util.List;

/**
 * Something that cannot be taken as it is. Pages say it in the reader's language by its key; its message, for the terminal,
 * is the English sentence: which file, which line, and how to mend it.
 */
public class ImportProblem extends RuntimeException {

    private static final int SHOWN = 60;

    private final Problem problem;

    public ImportProblem(Problem problem) {
        super(EnglishSentence.of(problem));
        this.problem = problem;
    }

    /** With a whole file, or one of its lines. */
    public ImportProblem(String file, long line, String what, Object... arguments) {
        this(new Problem(file, line, "", what, texts(arguments), ""));
    }

    static ImportProblem inCell(String file, long line, String column, String value, String what, Object... arguments) {
        return new ImportProblem(new Problem(file, line, column, what, texts(arguments), beginning(value)));
    }

    public Problem problem() {
        return problem;
    }

    /**
     * What is wrong where.
     *
     * @param line 0 where it is not known, or on a page
     * @param column empty where it is about the whole line
     * @param what end of the key of the sentence: {@code records.wrong.*}
     * @param value as it stands there, cut
     */
    public record Problem(String file, long line, String column, String what, List<String> arguments, String value) {}

    private static List<String> texts(Object... arguments) {
        return Arrays.stream(arguments)
                .map(String::valueOf)
                .map(ImportProblem::beginning)
                .toList();
    }

    static String beginning(String words) {
        return words.length() > SHOWN ? words.substring(0, SHOWN) + "…" : words;
    }
}
