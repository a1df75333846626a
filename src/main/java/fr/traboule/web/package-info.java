/**
 * The page kit: what every page is made of. Layout, form components, tables, time line, languages, the city's theme,
 * errors. It knows nothing of what the pages are about. See the living page of all components at {@code /composants}.
 */
@ApplicationModule(allowedDependencies = {"ground.access", "calendar"})
@NullMarked
package fr.traboule.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
