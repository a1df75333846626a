/**
 * For whoever looks after the running program (« exploitation »): the jobs and the messages that have not left, where
 * files are and which are set aside, with what can be done about them.
 */
@ApplicationModule(allowedDependencies = {"ground.access", "ground.files", "ground.outbox", "web", "requests"})
@NullMarked
package fr.traboule.upkeep;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
