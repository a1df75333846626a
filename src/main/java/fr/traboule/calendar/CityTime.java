package fr.traboule.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** Instants as people of the city read them on a clock and a calendar. */
public final class CityTime {

    public static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    private CityTime() {}

    public static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }

    /** When that day begins. */
    public static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }

    public static LocalTime time(Instant instant) {
        return LocalTime.ofInstant(instant, ZONE);
    }
}
