/** The first page: what one can do here, and where to find somebody to talk to. */
@ApplicationModule(allowedDependencies = {"web", "routing"})
@NullMarked
package fr.traboule.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
