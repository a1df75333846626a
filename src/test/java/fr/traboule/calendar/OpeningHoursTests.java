package fr.traboule.calendar;

import static fr.traboule.calendar.CalendarFixture.at;
import static fr.traboule.calendar.CalendarFixture.times;
import static org.assertj.core.api.Assertions.assertThat;

import fr.traboule.calendar.OpeningHours.Parsed;
import fr.traboule.calendar.OpeningHours.Refusal;
import fr.traboule.calendar.OpeningHours.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpeningHoursTests {

    @Test
    void hoursKeepTheirText() {
        assertThat(OpeningHours.parse("Mo-Fr 09:00-17:00; PH off"))
                .isInstanceOfSatisfying(
                        Parsed.class, hours -> assertThat(hours.text()).isEqualTo("Mo-Fr 09:00-17:00; PH off"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n", ";", ";; "})
    void nothingIsNoHours(String text) {
        assertThat(OpeningHours.parse(text)).isEqualTo(new Refused(Refusal.EMPTY, 0));
    }

    @Test
    void aTextTooLongIsNotRead() {
        var rule = "Mo 09:00-17:00; ";
        var longest = rule.repeat(OpeningHours.LONGEST / rule.length());

        assertThat(OpeningHours.parse(longest)).isInstanceOf(Parsed.class);
        assertThat(OpeningHours.parse(longest + rule)).isEqualTo(new Refused(Refusal.TOO_LONG, OpeningHours.LONGEST));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mo 09:00-12:00;",
                "Mo 09:00-12:00; ",
                "; Mo 09:00-12:00",
                "Mo 09:00-12:00;; Mo 09:00-12:00",
                "Mo 09:00-12:00,",
                "Mo 09:00-12:00 ||"
            })
    void aStraySeparatorDoesNotSayAlwaysOpen(String text) {
        assertThat(times(text).stateAt(at("2026-03-02T10:00"))).isEqualTo(OpenState.OPEN);
        assertThat(times(text).stateAt(at("2026-03-02T13:00"))).isEqualTo(OpenState.CLOSED);
    }

    @Test
    void aRefusalTellsWhereReadingStopped() {
        assertThat(OpeningHours.parse("Mo-Fr 09:00-12:00 14:00-18:00")).isEqualTo(new Refused(Refusal.SYNTAX, 16));
    }

    /** « Di » is Sunday for the one who writes it and Tuesday for a German reader. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Di 10:00-12:00",
                "lundi 10:00-12:00",
                "Mo-Fr 9h-12h",
                "Mo-Fr 09-12",
                "Mo-Fr 9am-5pm",
                "Mon-Fri 09:00-12:00",
                "Mo-Fr 25:00-26:00",
                "Mo-Fr 09:60-12:00",
                "Mo[6] 09:00-12:00",
                "sur rendez-vous",
                "\"sur rendez-vous",
                "2026 Jan-Mar 09:00-12:00"
            })
    void whatIsNotWrittenAsOpenStreetMapDoesIsRefused(String text) {
        assertThat(OpeningHours.parse(text))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(Refusal.SYNTAX));
    }
}
