package fr.traboule.retention;

import fr.traboule.web.Labelled;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

/** Who lets requests be destroyed. In either case somebody else than who proposed. */
enum Approval implements Labelled {
    /** The archives service, by a visa with a reference (code du patrimoine, L212-2). */
    REQUIRED,
    /** The archivist of the city alone. */
    INTERNAL;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Approval of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    static Stream<String> codes() {
        return Arrays.stream(values()).map(Approval::code);
    }
}
