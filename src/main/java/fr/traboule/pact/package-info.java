/** The pact: what the city commits itself to, for everybody to read. */
@ApplicationModule(allowedDependencies = {"records", "web"})
@NullMarked
package fr.traboule.pact;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
