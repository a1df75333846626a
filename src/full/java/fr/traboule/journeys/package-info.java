/** The main journeys, gone through in a real browser against the program as {@code ./start} starts it. */
@NullMarked
package fr.traboule.journeys;

import org.jspecify.annotations.NullMarked;
