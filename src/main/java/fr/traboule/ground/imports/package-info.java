/** Reading a folder of files that a city wrote (CSV, JSON, GeoJSON), saying which line of which file is wrong. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package fr.traboule.ground.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
