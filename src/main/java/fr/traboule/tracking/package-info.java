/** Following a request with its number and secret, without an account: the receipt, who is in charge, what happened, what is next. */
@ApplicationModule(
        allowedDependencies = {
            "ground.access",
            "ground.files",
            "web",
            "calendar",
            "city",
            "residents",
            "routing",
            "requests"
        })
@NullMarked
package fr.traboule.tracking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
