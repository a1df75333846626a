package fr.traboule.calendar;

import static fr.traboule.calendar.CalendarFixture.at;
import static fr.traboule.calendar.CalendarFixture.times;
import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * The table beside is ours: rules, an instant in Lyon's local time, the state the specification gives it. A note says
 * where opening_hours.js 3.15.0 decides otherwise. Real rules come from Lyon's town halls and libraries and from the
 * digital inclusion data (hinaura, Licence Ouverte).
 */
class OpeningHoursPairsTests {

    @ParameterizedTest(name = "{0} at {1} is {2}: {3}")
    @CsvFileSource(resources = "opening_hours_pairs.csv", numLinesToSkip = 1)
    void theStateIsTheOneOfTheTable(String rule, String at, OpenState expected, @Nullable String note) {
        assertThat(times(rule).stateAt(at(at))).as(note).isEqualTo(expected);
    }
}
