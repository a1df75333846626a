/**
 * The pages of long works (« travaux longs »): how far each is and how long it still takes, cancel it, try it again, have what
 * it made. For whoever asked for one, and for whoever looks after the program. Pages from which works are asked for show
 * theirs with {@link WorkViews} and the templates of this module.
 */
@ApplicationModule(allowedDependencies = {"ground.access", "ground.works", "web"})
@NullMarked
package fr.traboule.works;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
