package fr.traboule.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import fr.traboule.calendar.WrittenHours.NotUnderstood;
import fr.traboule.calendar.WrittenHours.Reason;
import fr.traboule.calendar.WrittenHours.Understood;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables beside are ours: what people type, and what it is, or what part of it is refused and why. */
class WrittenHoursTests {

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "written_hours.csv", numLinesToSkip = 1)
    void whatPeopleTypeIsWhatOpenStreetMapWrites(String typed, String hours) {
        assertThat(read(typed)).isEqualTo(new Understood(hours));
        assertThat(OpeningHours.parse(hours)).isInstanceOf(OpeningHours.Parsed.class);
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "unreadable_hours.csv", numLinesToSkip = 1)
    void whatMayMeanSeveralThingsIsRefusedWithItsPart(String typed, Reason reason, @Nullable String part) {
        assertThat(read(typed)).isEqualTo(new NotUnderstood(part == null ? "" : part, reason));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mo-We,Fr 08:45-16:45; Th 08:45-12:00,14:00-16:45; Sa 09:30-12:00; SH Mo-Fr 08:45-12:30; PH off",
                "Mo-Fr sunrise-sunset",
                "Mo 09:00-12:00 || \"sur rendez-vous\"",
                "easter -2 days 09:00-12:00",
                "10:00-16:00/90",
                "Di 10:00-12:00"
            })
    void openStreetMapIsKeptAsItIsWhereItIsStrict(String typed) {
        var kept = OpeningHours.parse(typed) instanceof OpeningHours.Parsed;

        assertThat(read(typed)).isEqualTo(new Understood(kept ? typed : "Su 10:00-12:00"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LUNDI AU VENDREDI DE 9H À 12H",
                "lundi\u00a0au\u202fvendredi de 9\u00a0h à 12\u00a0h",
                "Lundi au vendredi de 9h a\u0300 12h",
                "lundi au vendredi de 9h a 12h",
                "lundi\u200b au vendredi de 9h à 12h",
                "lundi \u2011 vendredi 9h\u221212h"
            })
    void capitalsAccentsSpacesAndDashesMakeNoDifference(String typed) {
        assertThat(read(typed)).isEqualTo(new Understood("Mo-Fr 09:00-12:00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t", "\u2003"})
    void nothingIsNoHours(String typed) {
        assertThat(WrittenHours.read(typed)).isEqualTo(new NotUnderstood("", Reason.EMPTY));
    }

    @Test
    void aTextTooLongIsNotRead() {
        assertThat(WrittenHours.read("lundi 9h-12h ; ".repeat(200))).isEqualTo(new NotUnderstood("", Reason.TOO_LONG));
    }

    @Test
    void hoursThatGetTooLongAreNotWritten() {
        var comment = "x".repeat(OpeningHours.LONGEST);

        assertThat(WrittenHours.read("lundi 9h-12h (" + comment + ")"))
                .isEqualTo(new NotUnderstood("", Reason.TOO_LONG));
    }

    @Test
    void aPartIsShownAsItWasTyped() {
        assertThat(WrittenHours.read("Lundi 9h-12h ; Mardi\u00a0: Même Heure"))
                .isEqualTo(new NotUnderstood("Même Heure", Reason.UNKNOWN_WORD));
    }

    private static WrittenHours read(String typed) {
        return WrittenHours.read(typed.translateEscapes());
    }
}
