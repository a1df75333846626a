/**
 * For whoever looks after the running program (« exploitation »): the jobs and the messages that have not left, with what
 * can be done about them.
 */
@ApplicationModule(allowedDependencies = {"ground.access", "ground.outbox", "web"})
@NullMarked
package fr.traboule.upkeep;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
