/**
 * A small module behind a wall, as the mediator's will be: its schema belongs to the mediation role alone. It exists in the
 * tests only, to prove that the ground's outbox, history and files keep its words inside.
 */
@ApplicationModule(
        allowedDependencies = {
            "ground.access",
            "ground.files",
            "ground.history",
            "ground.outbox",
            "web",
            "requests",
            "desk"
        })
@NullMarked
package fr.traboule.isolated;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
