/** What happens when the program starts: the city is loaded if there is none, and the console says where everything is. */
@ApplicationModule(
        allowedDependencies = {
            "ground.access",
            "ground.database",
            "ground.files",
            "records",
            "web",
            "calendar",
            "city",
            "residents",
            "routing",
            "requests",
            "desk",
            "reception",
            "paper",
            "retention",
            "pact"
        })
@NullMarked
package fr.traboule.start;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
