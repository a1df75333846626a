/**
 * A bucket of a store that speaks the S3 protocol, where one is set: bytes under keys, nothing else. What the bytes are, and
 * who may have them, is for others to say.
 */
@ApplicationModule(allowedDependencies = {"ground.database"})
@NullMarked
package fr.traboule.ground.bucket;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
