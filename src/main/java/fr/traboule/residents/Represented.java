package fr.traboule.residents;

import java.util.Optional;
import java.util.UUID;

/**
 * Somebody who speaks for the person.
 *
 * @param reach how to reach them, in words
 */
record Represented(UUID id, Representative representative, Optional<String> reach) {

    /** In characters. */
    static final int LONGEST = 200;
}
