package fr.traboule.city;

import fr.traboule.calendar.CityCalendar;
import fr.traboule.calendar.CityTime;
import fr.traboule.calendar.SchoolHoliday;
import fr.traboule.calendar.SchoolHolidays;
import fr.traboule.calendar.WorkingDays;
import fr.traboule.ground.database.Remembered;
import fr.traboule.records.RecordsChanged;
import java.time.Duration;
import java.time.LocalDate;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The calendar of this city: the country's public holidays, the school holidays of its zone. */
@Repository
class CityCalendars {

    private static final Duration FRESH = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final WorkingDays workingDays;
    private final Remembered<CityCalendar> remembered = new Remembered<>(FRESH, this::read);

    CityCalendars(JdbcClient jdbc, WorkingDays workingDays) {
        this.jdbc = jdbc;
        this.workingDays = workingDays;
    }

    CityCalendar current() {
        return remembered.get();
    }

    @EventListener
    void on(RecordsChanged changed) {
        remembered.readAgain();
    }

    private CityCalendar read() {
        var holidays = jdbc.sql("""
                        select h.starts_on, h.ends_on
                          from city.school_holiday h join city.city c on c.school_zone = h.zone
                        """)
                .query((row, number) -> new SchoolHoliday(
                        row.getObject("starts_on", LocalDate.class), row.getObject("ends_on", LocalDate.class)))
                .list();
        return new CityCalendar(CityTime.ZONE, workingDays, new SchoolHolidays(holidays));
    }
}
