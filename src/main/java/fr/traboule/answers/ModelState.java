package fr.traboule.answers;

import fr.traboule.web.Labelled;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

/** How far a model answer is: only published ones are offered to those who answer. */
enum ModelState implements Labelled {
    DRAFT,
    PUBLISHED,
    RETIRED;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ModelState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    static Stream<String> codes() {
        return Arrays.stream(values()).map(ModelState::code);
    }
}
