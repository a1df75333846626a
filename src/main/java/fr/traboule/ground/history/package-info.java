/**
 * Histories that nobody rewrites: append-only facts of ids, instants and codes. Each schema that needs one calls
 * {@code ground.create_history} in its migration and declares a {@link History} of its own; the words stand elsewhere.
 */
@ApplicationModule(allowedDependencies = {"ground.access"})
@NullMarked
package fr.traboule.ground.history;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
