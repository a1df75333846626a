/**
 * Model answers (« réponses types »): texts that a unit keeps ready for the requests it knows well, with places that are
 * filled in from the request. Who changed what, when and why stays readable. The desk offers those that fit a request.
 */
@ApplicationModule(
        allowedDependencies = {
            "ground.access",
            "ground.database",
            "records",
            "web",
            "calendar",
            "city",
            "routing",
            "requests",
            "desk"
        })
@NullMarked
package fr.traboule.answers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
