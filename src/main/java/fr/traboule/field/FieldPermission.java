package fr.traboule.field;

import fr.traboule.ground.access.Permission;

/** What may be done in the street. */
enum FieldPermission implements Permission {
    /** File what one sees, and see what is to be done near by. */
    FILE
}
