package fr.traboule.city;

import fr.traboule.calendar.CityTime;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/** Hours as they stand in the city's files, confirmed or not, and clocks that stand still. */
final class HoursFixture {

    private HoursFixture() {}

    static Optional<Hours> verified(String rule) {
        return Optional.of(new Hours(rule, Optional.empty(), Optional.empty(), Optional.of(LocalDate.of(2026, 11, 2))));
    }

    static Optional<Hours> asRead(String rule) {
        return Optional.of(new Hours(rule, Optional.empty(), Optional.of("2026"), Optional.empty()));
    }

    /** In the city's local time. */
    static Instant at(String time) {
        return LocalDateTime.parse(time).atZone(CityTime.ZONE).toInstant();
    }

    static Clock clock(Instant instant) {
        return Clock.fixed(instant, CityTime.ZONE);
    }
}
