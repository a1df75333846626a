/**
 * For whoever looks after the running program (« exploitation »): the jobs, the long works and the messages that have
 * not left, with what can be done about them. Whoever asked for a long work follows it here too.
 */
@ApplicationModule(allowedDependencies = {"ground.access", "ground.outbox", "ground.works", "web"})
@NullMarked
package fr.traboule.upkeep;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
