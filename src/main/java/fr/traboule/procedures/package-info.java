/** What one can ask the city, in plain words: the list of all subjects, and a page for each with who answers and how to ask. */
@ApplicationModule(allowedDependencies = {"web", "calendar", "city", "routing"})
@NullMarked
package fr.traboule.procedures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
