package fr.traboule.residents;

import fr.traboule.ground.access.Permission;

/** What may be done with the records of people. */
public enum ResidentPermission implements Permission {
    /** Find and see them. */
    READ,
    /** Keep one at a person's wish or because a law needs it, correct it, tie requests to it. */
    KEEP,
    /** Say that two are of the same person, or are not. */
    MERGE,
    /** Erase one, where no law needs it. */
    ERASE,
    /** Gather all that is known of somebody, for them. */
    EXPORT
}
