package fr.traboule.answers;

import fr.traboule.ground.access.Permission;

/** What may be done with model answers. */
enum AnswerPermission implements Permission {
    /** Read all of them, and put one into an answer. */
    READ,
    /** Write, publish and retire those of one's units and the units below. */
    EDIT,
    /** The same for every unit. */
    EDIT_EVERYWHERE
}
