package fr.traboule.city;

import fr.traboule.calendar.CityTime;
import fr.traboule.calendar.Closure;
import fr.traboule.calendar.OpenSpan;
import fr.traboule.calendar.OpenStatus;
import fr.traboule.calendar.OpeningHours;
import fr.traboule.calendar.OpeningTimes;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.springframework.stereotype.Component;

/** Whether a place is open, when it opens, its week: from hours that the city confirmed. Others are unknown, never open. */
@Component
class OpeningNow {

    private static final OpenStatus UNKNOWN = new OpenStatus.NotKnown(null, null);

    private final CityCalendars calendars;
    private final Clock clock;

    OpeningNow(CityCalendars calendars, Clock clock) {
        this.calendars = calendars;
        this.clock = clock;
    }

    OpenStatus status(Optional<Hours> hours, List<ExceptionalClosure> closures) {
        return hours.filter(known -> known.verifiedOn().isPresent())
                .flatMap(known -> times(known, closures))
                .map(times -> times.statusAt(clock.instant()))
                .orElse(UNKNOWN);
    }

    /** The days of this week with their spans, of hours confirmed or not: the page says which. */
    Optional<SequencedMap<LocalDate, List<OpenSpan>>> week(Optional<Hours> hours, List<ExceptionalClosure> closures) {
        var monday = CityTime.day(clock.instant()).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return hours.flatMap(known -> times(known, closures)).map(times -> times.week(monday));
    }

    private Optional<OpeningTimes> times(Hours hours, List<ExceptionalClosure> closures) {
        return OpeningHours.parse(hours.rule()) instanceof OpeningHours.Parsed parsed
                ? Optional.of(new OpeningTimes(parsed, calendars.current(), closures(closures)))
                : Optional.empty();
    }

    private static List<Closure> closures(List<ExceptionalClosure> closures) {
        return closures.stream()
                .map(closure -> Closure.ofDays(closure.from(), closure.to(), null))
                .toList();
    }
}
