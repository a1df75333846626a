/**
 * The database: started here when none is given, reached under three roles (owner, application, mediation), migrated at
 * each start. It knows nothing of the city's business.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package fr.traboule.ground.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
