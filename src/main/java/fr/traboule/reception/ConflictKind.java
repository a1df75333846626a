package fr.traboule.reception;

import fr.traboule.web.Labelled;

/** Why what was typed could not be saved or filed as what it was. */
enum ConflictKind implements Labelled {
    TAKEN_OVER,
    /** By the same person, in another window. */
    SAVED_ELSEWHERE,
    DELETED,
    EXPIRED,
    FILED,
    LETTER_SETTLED
}
