/**
 * Who acts, and what they may do: accounts of the people who work for the city, signing in, sessions, roles and
 * permissions. Visitors need none of it and leave no session.
 */
@ApplicationModule(allowedDependencies = {"ground.database"})
@NullMarked
package fr.traboule.ground.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
