package fr.traboule.retention;

import fr.traboule.ground.access.Permission;

/** What may be done with what is kept, and with what is to be kept no longer. */
enum RetentionPermission implements Permission {
    /** See the rules, what is archived and how much of it, lists and certificates. */
    OVERSEE,
    /** Make a list of what may be destroyed, and have it destroyed once it bears a visa. */
    PROPOSE,
    /** Decide about the lists of others: take out, approve, refuse. */
    SIGN_VISA,
    /** Keep one request from being destroyed, and let it go. */
    HOLD,
    /** Read what one's units archived, saying why. */
    READ_ARCHIVED,
    /** Read what all units archived, saying why; sensitive requests are for their unit alone. */
    READ_ARCHIVED_EVERYWHERE
}
