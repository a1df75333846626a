package fr.traboule.city;

import fr.traboule.calendar.OpeningHours;
import fr.traboule.records.Line;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What several files of the city write in the same way: positions, opening hours and when they were read. */
final class Cells {

    private Cells() {}

    static Optional<Point> point(Line line) {
        var longitude = line.decimal("longitude");
        var latitude = line.decimal("latitude");
        if (longitude.isPresent() != latitude.isPresent()) {
            throw line.wrong(longitude.isPresent() ? "latitude" : "longitude", "empty");
        }
        return longitude.map(east -> point(line, east, latitude.orElseThrow()));
    }

    private static Point point(Line line, double longitude, double latitude) {
        try {
            return new Point(longitude, latitude);
        } catch (IllegalArgumentException e) {
            throw line.wrong("longitude", "noDegrees");
        }
    }

    static @Nullable String readOn(Line line) {
        return line.read("hours_read_on", Cells::dayMonthOrYear, "noDayMonthOrYear")
                .orElse(null);
    }

    private static String dayMonthOrYear(String written) {
        switch (written.length()) {
            case 4 -> Year.parse(written);
            case 7 -> YearMonth.parse(written);
            default -> LocalDate.parse(written);
        }
        return written;
    }

    static @Nullable String hours(Line line) {
        return line.read("hours", Cells::parsed, "noHours").orElse(null);
    }

    private static String parsed(String hours) {
        if (OpeningHours.parse(hours) instanceof OpeningHours.Refused) {
            throw new IllegalArgumentException();
        }
        return hours;
    }
}
