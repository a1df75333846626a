package fr.traboule.city;

import fr.traboule.records.Column;
import fr.traboule.records.Entry;
import fr.traboule.records.Line;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The columns of opening hours, with the day when somebody of the city confirmed them. */
final class VerifiedHours {

    private static final String HOURS = "hours";
    static final String VERIFIED_ON = "hours_verified_on";

    private VerifiedHours() {}

    static Stream<Column> columns() {
        return Stream.of(
                Column.of(Column.Kind.HOURS, HOURS),
                Column.text("hours_source"),
                Column.text("hours_read_on"),
                Column.date(VERIFIED_ON));
    }

    /** A file does not take a later confirmation back, a page does; other hours are not those that were confirmed. */
    static Map<String, String> reconcile(Entry now, Line wanted) {
        var confirmed = now.cell(VERIFIED_ON);
        var said = wanted.cells().getOrDefault(VERIFIED_ON, "");
        var sameHours = now.cell(HOURS).equals(wanted.cells().getOrDefault(HOURS, ""));
        var kept = new HashMap<>(wanted.cells());
        if (sameHours && wanted.number() > 0 && isDateOrNothing(said) && confirmed.compareTo(said) > 0) {
            kept.put(VERIFIED_ON, confirmed);
        } else if (!sameHours && said.equals(confirmed)) {
            kept.put(VERIFIED_ON, "");
        }
        return kept;
    }

    private static boolean isDateOrNothing(String said) {
        try {
            return said.isEmpty() || LocalDate.parse(said).isAfter(LocalDate.MIN);
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
