package fr.traboule.upkeep;

import fr.traboule.ground.access.Permission;

/** What may be done with the running program. */
enum UpkeepPermission implements Permission {
    /** See works, jobs and messages, run and retry them, stop them. */
    RUN
}
