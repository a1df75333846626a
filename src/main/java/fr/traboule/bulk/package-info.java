/**
 * One act on many requests (« traitement groupé »): the same answer, or the same colleague. Nothing is done before its agent
 * has read what will happen to each; answers wait for some minutes, in which they can be held back; then each request is
 * handled like any other, and what could not be done is said with its reason.
 */
@ApplicationModule(
        allowedDependencies = {
            "ground.access",
            "ground.works",
            "web",
            "routing",
            "residents",
            "requests",
            "works",
            "desk"
        })
@NullMarked
package fr.traboule.bulk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
