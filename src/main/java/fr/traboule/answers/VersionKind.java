package fr.traboule.answers;

import fr.traboule.web.Labelled;
import java.util.Locale;

/** What made a new version of a model answer. */
enum VersionKind implements Labelled {
    CREATED,
    CHANGED,
    PUBLISHED,
    RETIRED,
    /** A former version became the present one again. */
    BROUGHT_BACK,
    /** By the city's records: a folder, a file, a change of several things at once. */
    IMPORTED,
    /** Its unit closed. */
    MOVED_WITH_UNIT;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static VersionKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
