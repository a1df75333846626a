package fr.traboule.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;

/** Lyon's calendar, and opening hours ready to be asked. */
final class CalendarFixture {

    static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    static final WorkingDays WORKING_DAYS = new WorkingDays();

    private CalendarFixture() {}

    /** Zone A from autumn 2025 to summer 2027; good enough for tests, not a source. */
    static SchoolHolidays zoneA() {
        return new SchoolHolidays(List.of(
                holiday("2025-10-18", "2025-11-02"),
                holiday("2025-12-20", "2026-01-04"),
                holiday("2026-02-07", "2026-02-22"),
                holiday("2026-04-04", "2026-04-19"),
                holiday("2026-07-04", "2026-08-31"),
                holiday("2026-10-17", "2026-11-01"),
                holiday("2026-12-19", "2027-01-03"),
                holiday("2027-02-13", "2027-02-28"),
                holiday("2027-04-10", "2027-04-25"),
                holiday("2027-07-03", "2027-08-31")));
    }

    static CityCalendar lyon() {
        return new CityCalendar(PARIS, WORKING_DAYS, zoneA());
    }

    static OpeningTimes times(String hours, Closure... closures) {
        return switch (OpeningHours.parse(hours)) {
            case OpeningHours.Parsed parsed -> new OpeningTimes(parsed, lyon(), List.of(closures));
            case OpeningHours.Refused refused -> throw new AssertionError(hours + " " + refused);
        };
    }

    /** Local time of Lyon; the second passage of an hour that is repeated is written with its offset. */
    static Instant at(String time) {
        return time.contains("+")
                ? OffsetDateTime.parse(time).toInstant()
                : local(time).atZone(PARIS).toInstant();
    }

    static LocalDateTime local(String time) {
        return LocalDateTime.parse(time);
    }

    static LocalDate date(String date) {
        return LocalDate.parse(date);
    }

    private static SchoolHoliday holiday(String from, String to) {
        return new SchoolHoliday(date(from), date(to));
    }
}
