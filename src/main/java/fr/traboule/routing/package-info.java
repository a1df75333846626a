/**
 * What people may ask for, and who answers for it where: subjects in plain words, found from what people type; the
 * competence of each administration by territory and date; the one accountable unit of each request.
 */
@ApplicationModule(allowedDependencies = {"ground.database", "records", "web", "calendar", "city"})
@NullMarked
package fr.traboule.routing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
