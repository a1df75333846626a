/** Messages between the city and people. For now those that leave by e-mail; without a mail server they are shown to administrators. */
@ApplicationModule(allowedDependencies = {"ground.access", "ground.outbox", "web"})
@NullMarked
package fr.traboule.correspondence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
