/**
 * The request (« demande »): whatever the door it came by, it is received, routed to one accountable unit, handled, answered
 * and closed, and every act is told in its history. Pages stand in other modules; this one keeps the promise.
 */
@ApplicationModule(
        allowedDependencies = {
            "ground.access",
            "ground.database",
            "ground.files",
            "ground.history",
            "ground.outbox",
            "ground.works",
            "web",
            "calendar",
            "city",
            "residents",
            "routing",
            "staff"
        })
@NullMarked
package fr.traboule.requests;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
