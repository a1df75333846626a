/**
 * Files that people attach: checked by their content, stored first, then attached to what they belong to in the
 * transaction of the act; those that were never attached are swept. Their bytes are in the database or in a bucket, and an
 * antivirus looks at them where there is one. Each schema has a {@link FileStore} of its own.
 */
@ApplicationModule(allowedDependencies = {"ground.antivirus", "ground.bucket", "ground.database"})
@NullMarked
package fr.traboule.ground.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
