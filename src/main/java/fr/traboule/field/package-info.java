/**
 * Field agents (« agents de terrain »): what they see in the street, filed from their telephone with a photo and a position, kept
 * on it while there is no network, and received once however often it is sent.
 */
@ApplicationModule(
        allowedDependencies = {"ground.access", "ground.files", "web", "city", "routing", "requests", "desk"})
@NullMarked
package fr.traboule.field;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
