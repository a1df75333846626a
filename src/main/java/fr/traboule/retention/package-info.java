/**
 * How long requests are kept and what becomes of them: archived once their current use is over, proposed for elimination,
 * destroyed with an archivist's visa, or kept for ever. What is destroyed leaves its facts, and a certificate.
 */
@ApplicationModule(
        allowedDependencies = {
            "ground.access",
            "ground.database",
            "ground.files",
            "ground.history",
            "ground.works",
            "records",
            "web",
            "calendar",
            "city",
            "works",
            "routing",
            "requests",
            "desk"
        })
@NullMarked
package fr.traboule.retention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
