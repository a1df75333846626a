package fr.traboule.steering;

import fr.traboule.ground.access.Permission;

/** What may be done to steer a team. */
enum SteeringPermission implements Permission {
    /** See how the requests of one's units stand, by person too. */
    SEE_TEAM
}
