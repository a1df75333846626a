package fr.traboule.records;

import fr.traboule.ground.access.Permission;

/** What may be done with the city's records. */
public enum RecordsPermission implements Permission {
    /** Change them, prepare and undo changes, import and export. */
    CHANGE
}
