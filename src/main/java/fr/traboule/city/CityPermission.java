package fr.traboule.city;

import fr.traboule.ground.access.Permission;

/** What may be done with the city's own data. */
enum CityPermission implements Permission {
    /** Say that hours are right, having checked them. */
    VERIFY_HOURS
}
