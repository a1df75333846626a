/**
 * The reception (« accueil »): one screen for whoever is there or on the line, what was answered on the spot, and call-backs.
 * It stands above the desk and adds to its pages what is to be called today.
 */
@ApplicationModule(
        allowedDependencies = {
            "ground.access",
            "ground.files",
            "ground.history",
            "web",
            "calendar",
            "city",
            "paper",
            "residents",
            "staff",
            "routing",
            "requests",
            "desk"
        })
@NullMarked
package fr.traboule.reception;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
