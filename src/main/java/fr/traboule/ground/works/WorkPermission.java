package fr.traboule.ground.works;

import fr.traboule.ground.access.Permission;

/** Works that belong to no module's daily business. */
public enum WorkPermission implements Permission {
    /** Make again what the program makes of the rest. */
    REBUILD,
    /** See the works of everyone, cancel and retry them. */
    OVERSEE
}
