package fr.traboule.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTests {

    private static final LocalDate SUNDAY = LocalDate.of(2026, 11, 22);

    @ParameterizedTest
    @CsvSource({
        "FR, 22 novembre 2026, dimanche 22 novembre 2026, dimanche",
        "EN, 22 November 2026, Sunday 22 November 2026, Sunday",
        "AR, 22 نوفمبر 2026, الأحد 22 نوفمبر 2026, الأحد"
    })
    void datesAreWrittenInWords(Language language, String date, String longDate, String weekday) {
        var formats = Formats.of(language);

        assertThat(formats.date(SUNDAY)).isEqualTo(date);
        assertThat(formats.longDate(SUNDAY)).isEqualTo(longDate);
        assertThat(formats.weekday(SUNDAY)).isEqualTo(weekday);
    }

    @ParameterizedTest
    @CsvSource({"FR, 1er mai 2026", "EN, 1 May 2026", "AR, 1 مايو 2026"})
    void frenchAloneWritesTheFirstOfAMonthAsAnOrdinal(Language language, String date) {
        assertThat(Formats.of(language).date(LocalDate.of(2026, 5, 1))).isEqualTo(date);
    }

    @ParameterizedTest
    @CsvSource({"FR", "EN", "AR"})
    void datesOfTablesAreInDigits(Language language) {
        assertThat(Formats.of(language).shortDate(LocalDate.of(2026, 5, 1))).isEqualTo("01/05/2026");
    }

    @Test
    void frenchTimesAreWrittenWithAnHAndStayOnOneLine() {
        var french = Formats.of(Language.FR);

        assertThat(french.time(LocalTime.of(8, 45))).isEqualTo("8\u00a0h\u00a045");
        assertThat(french.time(LocalTime.of(14, 5))).isEqualTo("14\u00a0h\u00a005");
        assertThat(french.time(LocalTime.of(14, 0))).isEqualTo("14\u00a0h");
        assertThat(french.time(LocalTime.MIDNIGHT)).isEqualTo("0\u00a0h");
    }

    @ParameterizedTest
    @CsvSource({"EN", "AR"})
    void elsewhereTimesAreInTwentyFourHours(Language language) {
        assertThat(Formats.of(language).time(LocalTime.of(8, 45))).isEqualTo("08:45");
        assertThat(Formats.of(language).time(LocalTime.of(14, 0))).isEqualTo("14:00");
    }

    @ParameterizedTest
    @CsvSource({"FR, 10\u202f000", "EN, '10,000'", "AR, '10,000'"})
    void numbersAreInTheDigitsThatAreInUseInFrance(Language language, String number) {
        assertThat(Formats.of(language).number(10_000)).isEqualTo(number);
    }
}
