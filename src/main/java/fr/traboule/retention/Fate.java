package fr.traboule.retention;

import fr.traboule.web.Labelled;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

/** What becomes of requests once they are of no use (« sort final »). */
enum Fate implements Labelled {
    ELIMINATE,
    /** For ever. */
    KEEP,
    /** Some are kept, the archivist says which. */
    SORT;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Fate of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    static Stream<String> codes() {
        return Arrays.stream(values()).map(Fate::code);
    }
}
