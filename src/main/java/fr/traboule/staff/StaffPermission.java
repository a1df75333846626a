package fr.traboule.staff;

import fr.traboule.ground.access.Permission;

/** What may be done about the people who work for the city. */
public enum StaffPermission implements Permission {
    /** Invite people, say their roles and units, close their access. */
    MANAGE_ACCOUNTS,
    /** Say when people of one's units are away. */
    MANAGE_ABSENCES,
    /** Say how strictly everybody signs in. */
    CHANGE_RULES
}
