/**
 * What comes and goes on paper: the register of the mail, where each scanned file stays for ever, and sheets that are printed
 * beforehand for the day when the program does not answer. The reception above makes requests of them.
 */
@ApplicationModule(
        allowedDependencies = {"ground.access", "ground.files", "ground.history", "web", "calendar", "city", "requests"
        })
@NullMarked
package fr.traboule.paper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
