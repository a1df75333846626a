/**
 * The city as people meet it: its organisations, units and staff, its places and telephone lines with their hours, its
 * territory. All of it is data; nothing here knows a particular city.
 */
@ApplicationModule(allowedDependencies = {"ground.access", "ground.database", "records", "web", "calendar"})
@NullMarked
package fr.traboule.city;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
