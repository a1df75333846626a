/**
 * Asking an antivirus about bytes: the city's own clamd, over its protocol, where an address of one is set. What is done
 * with the answer is for others to say.
 */
@ApplicationModule(allowedDependencies = {"ground.database"})
@NullMarked
package fr.traboule.ground.antivirus;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
