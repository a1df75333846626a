package fr.traboule.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.traboule.calendar.WrittenHours.NotUnderstood;
import fr.traboule.calendar.WrittenHours.Reason;
import fr.traboule.calendar.WrittenHours.Understood;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * The tables beside hold hours as they were published. {@code real_hours.csv}: the 72 different weeks of the France
 * services around Lyon (ANCT and Banque des territoires, 2021, Licence Ouverte), a line for each day, as a table pasted from
 * a page; and the one sentence on hours of the directory of public services (DILA, 2016, Licence Ouverte). What we make of
 * them was compared with another reading of the same file, and read by a person where that other gave up.
 */
class RealHoursTests {

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "real_hours.csv", numLinesToSkip = 1)
    void publishedHoursAreUnderstoodAsTheyAreMeantOrRefused(
            String typed, @Nullable String hours, @Nullable Reason reason, @Nullable String part) {
        var expected = hours == null || reason != null
                ? new NotUnderstood(part == null ? "" : part, Objects.requireNonNull(reason))
                : new Understood(hours);

        assertThat(WrittenHours.read(typed.translateEscapes())).isEqualTo(expected);
    }

    /** Those refused are damaged (« 13:30 - 17: »), say that hours are not known, or are about a telephone. */
    @Test
    void mostPublishedHoursAreUnderstood() throws IOException {
        try (var table = Objects.requireNonNull(RealHoursTests.class.getResourceAsStream("real_hours.csv"))) {
            var lines = new String(table.readAllBytes(), UTF_8).lines().skip(1).toList();

            assertThat(lines).hasSize(73);
            assertThat(lines).filteredOn(line -> line.endsWith(",,")).hasSize(65);
        }
    }
}
