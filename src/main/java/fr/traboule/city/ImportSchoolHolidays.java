package fr.traboule.city;

import fr.traboule.ground.imports.ImportFolder;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads {@code school_holidays.csv}. */
@Component
class ImportSchoolHolidays {

    static final Set<String> ZONES = Set.of("A", "B", "C");

    private final JdbcClient jdbc;

    ImportSchoolHolidays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void load(ImportFolder folder) {
        for (var line : folder.csv("school_holidays.csv", "zone", "from")) {
            var zone = line.required("zone");
            var from = line.date("from").orElseThrow(() -> line.wrong("from", "is empty"));
            var to = line.date("to").orElseThrow(() -> line.wrong("to", "is empty"));
            if (!ZONES.contains(zone)) {
                throw line.wrong("zone", "is not A, B or C");
            }
            if (to.isBefore(from)) {
                throw line.wrong("to", "is before « from »");
            }
            jdbc.sql("""
                            insert into city.school_holiday (zone, starts_on, ends_on) values (?, ?, ?)
                            on conflict (zone, starts_on) do update set ends_on = excluded.ends_on
                            """).params(zone, from, to).update();
        }
    }
}
