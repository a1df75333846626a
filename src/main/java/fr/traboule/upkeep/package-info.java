/**
 * For whoever looks after the running program (« exploitation »): the jobs, the long works and the messages that have not
 * left, where files are and which are set aside, with what can be done about them. Whoever asked for a long work follows
 * it here too.
 */
@ApplicationModule(
        allowedDependencies = {
            "ground.access",
            "ground.files",
            "ground.outbox",
            "ground.works",
            "web",
            "works",
            "requests"
        })
@NullMarked
package fr.traboule.upkeep;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
