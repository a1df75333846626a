package fr.traboule.answers;

import fr.traboule.web.Labelled;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a model answer can take from the request: this list and nothing else. */
enum Variable implements Labelled {
    NUMBER("numero", false),
    SUBJECT("motif", true),
    UNIT("service", false),
    UNIT_PHONE("telephone_du_service", true),
    RECEIVED("date_de_reception", false),
    PROMISED("date_promise", false),
    PLACE("lieu", true),
    PERSON("nom_de_la_personne", true),
    AGENT("agent", false),
    CITY("ville", false),
    TRACKING("adresse_du_suivi", false);

    private final String word;
    private final boolean mayBeMissing;

    Variable(String word, boolean mayBeMissing) {
        this.word = word;
        this.mayBeMissing = mayBeMissing;
    }

    /** As it is written between the braces. */
    String word() {
        return word;
    }

    /** Whether some requests do not have it: it stands in a section of its own then. */
    boolean mayBeMissing() {
        return mayBeMissing;
    }

    /** As editors write it. */
    String written() {
        return mayBeMissing ? "{{#%1$s}} {{%1$s}} {{/%1$s}}".formatted(word) : "{{%s}}".formatted(word);
    }

    static Optional<Variable> of(String word) {
        return Arrays.stream(values())
                .filter(variable -> variable.word.equals(word))
                .findFirst();
    }

    static String all() {
        return Arrays.stream(values()).map(Variable::word).collect(Collectors.joining(", "));
    }
}
