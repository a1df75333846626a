package fr.traboule.ground.imports;

/** Something in a file that cannot be taken as it is: the message says which file, which line, and how to mend it. */
public class ImportProblem extends RuntimeException {

    public ImportProblem(String file, long line, String what) {
        super(line > 0 ? "%s, line %d: %s".formatted(file, line, what) : "%s: %s".formatted(file, what));
    }
}
