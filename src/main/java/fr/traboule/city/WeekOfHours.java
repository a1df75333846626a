package fr.traboule.city;

import fr.traboule.calendar.OpenSpan;
import fr.traboule.calendar.OpeningHours;
import fr.traboule.calendar.OpeningTimes;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.springframework.stereotype.Component;

/** Hours that are not yet those of a place, shown back as a week on the city's calendar. */
@Component
public class WeekOfHours {

    private final CityCalendars calendars;

    WeekOfHours(CityCalendars calendars) {
        this.calendars = calendars;
    }

    /** The week of that day; empty where the rule cannot be read. */
    public Optional<SequencedMap<LocalDate, List<OpenSpan>>> of(String rule, LocalDate day) {
        var monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return OpeningHours.parse(rule) instanceof OpeningHours.Parsed parsed
                ? Optional.of(new OpeningTimes(parsed, calendars.current(), List.of()).week(monday))
                : Optional.empty();
    }
}
