package fr.traboule.records;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One kind of the city's records, as a file of its folder writes them: what its columns are, how to read all of them and how
 * to write one. The beans are in the order in which files are written ({@code @Order}): what is named comes before what
 * names it.
 */
public interface RecordFile {

    /** Without its ending: {@code units}. */
    String name();

    List<Column> columns();

    /** The columns that together name a line. */
    List<String> key();

    /** All of them as they are now, in the order of the file; each cell as an export writes it. */
    List<Entry> read();

    /** For one run, in the transaction that is open. */
    RecordWriter writer();

    /** The files of a folder that may hold these records. */
    default List<String> files() {
        return List.of(name() + ".csv", name() + ".json", name() + ".geojson");
    }

    /** Too many to be read at each change of other records. */
    default boolean isLarge() {
        return false;
    }

    /** Of {@linkplain #isLarge large} ones, how many there are. */
    default long count() {
        return read().size();
    }

    /**
     * Of {@linkplain #isLarge large} ones, some: those after that key, empty for the first, that have these words.
     */
    default List<Entry> page(String words, String after, int most) {
        throw new UnsupportedOperationException(name() + " are read whole");
    }

    default Optional<Entry> byKey(String key) {
        return Optional.ofNullable(RecordFiles.read(this).get(key));
    }

    /** Whether a folder's file says all: a line that is not in it is no more. */
    default boolean saysAll() {
        return false;
    }

    /** What is to be written, where what stood there before has a say in it. */
    default Map<String, String> reconcile(Entry now, Line wanted) {
        return wanted.cells();
    }

    /** Whether the folder of the city holds them; not what belongs to this installation: its accounts... */
    default boolean isInFolder() {
        return true;
    }

    /** Whether a folder without it is no city's. */
    default boolean isNeeded() {
        return false;
    }

    /** After any change, whether these records still make sense with the others. @throws ImportProblem if they do not */
    default void check() {}
}
