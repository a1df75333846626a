/**
 * The web's door: one question a page, whatever people come to say. Only the description is mandatory. What is typed is kept
 * in a draft from the first answer on; it becomes a request when the person sends it, and never before.
 */
@ApplicationModule(
        allowedDependencies = {
            "ground.access",
            "ground.database",
            "ground.files",
            "web",
            "calendar",
            "city",
            "residents",
            "routing",
            "requests",
            "tracking"
        })
@NullMarked
package fr.traboule.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
