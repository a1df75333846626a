package fr.traboule.requests;

import fr.traboule.city.Whereabouts;
import java.util.Optional;

/** What a person told us. Only the description is ever mandatory. */
public record Statement(String description, Optional<Whereabouts> where, Contact contact) {

    /** In characters. */
    public static final int LONGEST = 10_000;

    public Statement {
        if (description.isBlank() || description.length() > LONGEST) {
            throw new IllegalArgumentException("A request says something, in at most " + LONGEST + " characters");
        }
    }
}
