/**
 * Long works (« travaux longs »): what takes more time than a page may, such as an import, an export or a rebuilding. A module
 * declares a {@link LongWork} bean that does one portion at a time, and asks for works with {@link AskForWork}; this module
 * runs them one portion a transaction, on one machine at a time, keeps how far they are, cancels and retries them, and keeps
 * the file that they make. Killed at any instant, a work goes on where it was: no portion is lost, none has effect twice.
 */
@ApplicationModule(allowedDependencies = {"ground.access"})
@NullMarked
package fr.traboule.ground.works;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
