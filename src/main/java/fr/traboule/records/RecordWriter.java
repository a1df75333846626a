package fr.traboule.records;

/** Writes the records of one {@link RecordFile} during one run. */
public interface RecordWriter {

    /** Adds the record, or replaces the one of the same key. @throws ImportProblem if it cannot be taken as it is */
    void write(Line line);

    /** Once all lines are written: what points to others of the same file. */
    default void link(Line line) {}

    /** @throws ImportProblem if it is still needed */
    void remove(Line line);

    /** Once all lines are written and removed. */
    default void finish() {}
}
