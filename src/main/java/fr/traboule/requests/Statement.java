package fr.traboule.requests;

import fr.traboule.city.Whereabouts;
import fr.traboule.residents.Needs;
import fr.traboule.residents.Representative;
import java.util.Optional;

/**
 * What a person told us. Only the description is ever mandatory.
 *
 * @param representative who told it for them, where they did not themselves
 */
public record Statement(
        String description,
        Optional<Whereabouts> where,
        Contact contact,
        Needs needs,
        Optional<Representative> representative) {

    /** In characters. */
    public static final int LONGEST = 10_000;

    public Statement {
        if (description.isBlank() || description.length() > LONGEST) {
            throw new IllegalArgumentException("A request says something, in at most " + LONGEST + " characters");
        }
    }

    /** Of somebody who speaks for themselves and needs nothing in particular. */
    public Statement(String description, Optional<Whereabouts> where, Contact contact) {
        this(description, where, contact, Needs.NONE, Optional.empty());
    }
}
