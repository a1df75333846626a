package fr.traboule.city;

import fr.traboule.calendar.OpeningHours;
import fr.traboule.calendar.SpokenHours;
import fr.traboule.web.HoursWords;
import fr.traboule.web.Wording;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The opening hours written down for a place or a telephone line.
 *
 * @param rule in the opening_hours syntax of OpenStreetMap
 * @param source where they were read
 * @param readOn when: a year, a month or a day
 * @param verifiedOn when somebody of the city confirmed them; without it they are shown as read and count as unknown
 */
record Hours(String rule, Optional<String> source, Optional<String> readOn, Optional<LocalDate> verifiedOn) {

    /** In sentences; none where they cannot be told faithfully. */
    List<String> told(Wording wording) {
        return OpeningHours.parse(rule) instanceof OpeningHours.Parsed parsed
                ? SpokenHours.of(parsed)
                        .map(spoken -> new HoursWords(wording).sentences(spoken))
                        .orElse(List.of())
                : List.of();
    }
}
