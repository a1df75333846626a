package fr.traboule.reception;

import fr.traboule.ground.access.Permission;

/** What may be done at the reception, besides filing requests. */
enum ReceptionPermission implements Permission {
    /** Write down what was answered on the spot, and see how much of it there is in one's units. */
    LOG_ENCOUNTER,
    /** Ask for somebody to be called, and call those whom one's units are to call. */
    CALL_BACK
}
