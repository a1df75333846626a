/**
 * For the data-protection officer (« délégué à la protection des données »): who saw whose data, when and why, and all that
 * is kept of one person, gathered for them.
 */
@ApplicationModule(
        allowedDependencies = {
            "ground.access",
            "ground.history",
            "ground.works",
            "web",
            "calendar",
            "city",
            "works",
            "requests"
        })
@NullMarked
package fr.traboule.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
