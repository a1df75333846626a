/**
 * The people (« usagers ») of whom the city keeps a record, because they wish it or the law needs it: who they are, how they
 * want to be reached, what they need. Nobody needs one to be heard. Floors above tie their own to it and add to its pages
 * through {@link fr.traboule.residents.ResidentSection} and {@link fr.traboule.residents.ResidentPart}.
 */
@ApplicationModule(allowedDependencies = {"ground.access", "ground.history", "web", "calendar"})
@NullMarked
package fr.traboule.residents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
