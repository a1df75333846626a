package fr.traboule.city;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The opening hours written down for a place or a telephone line.
 *
 * @param rule in the opening_hours syntax of OpenStreetMap
 * @param source where they were read
 * @param readOn when: a year, a month or a day
 * @param verifiedOn when somebody of the city confirmed them; without it they are shown as read and count as unknown
 */
record Hours(String rule, Optional<String> source, Optional<String> readOn, Optional<LocalDate> verifiedOn) {}
