/**
 * The agents' side: the queue of their units, and one request with all that can be done with it. Floors above add to it
 * through {@link fr.traboule.desk.CaseSection} and {@link fr.traboule.desk.DeskPanel}; the desk knows none of them.
 */
@ApplicationModule(
        allowedDependencies = {
            "ground.access",
            "ground.files",
            "ground.works",
            "web",
            "calendar",
            "city",
            "staff",
            "works",
            "residents",
            "routing",
            "requests"
        })
@NullMarked
package fr.traboule.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
