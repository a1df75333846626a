package fr.traboule.desk;

import fr.traboule.ground.access.Permission;

/** What may be done at the desk, beyond what may be done with requests. */
enum DeskPermission implements Permission {
    /** Share a view of the queue with the people of one's unit, and delete those that others share there. */
    SHARE_VIEWS
}
