/**
 * The records of a city (its units, places, subjects...), whoever keeps them: how a file or a page writes a line of them, and
 * the changes made to them, each looked at before it is applied, now or on its day, and undone if need be. Floors above declare
 * their records as beans of {@link fr.traboule.records.RecordFile}.
 */
@ApplicationModule(allowedDependencies = {"ground.access", "ground.database", "ground.history", "web", "calendar"})
@NullMarked
package fr.traboule.records;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
