/**
 * Days and hours: public holidays and working days of metropolitan France, school holidays of the city's zone, and
 * opening hours written the way OpenStreetMap writes them, or typed in words and read into that. It computes and says
 * nothing to people: pages render its typed answers.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package fr.traboule.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
