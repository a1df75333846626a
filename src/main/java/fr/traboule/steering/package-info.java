/**
 * Steering (« pilotage ») a team: how the open requests of one's units stand, per person, subject and unit, each number with
 * the list behind it.
 */
@ApplicationModule(allowedDependencies = {"ground.access", "web", "calendar", "city", "routing", "requests"})
@NullMarked
package fr.traboule.steering;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
