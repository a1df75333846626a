/**
 * The people who work for the city: how they sign in, their accounts from the invitation to the day they leave, their roles
 * and posts. What a role may do is decided in {@code ground.access}; here are the acts and the pages.
 */
@ApplicationModule(
        allowedDependencies = {"ground.access", "ground.history", "ground.outbox", "web", "calendar", "records", "city"
        })
@NullMarked
package fr.traboule.staff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
