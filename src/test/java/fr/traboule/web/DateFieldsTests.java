package fr.traboule.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateFieldsTests {

    @ParameterizedTest
    @CsvSource({"27, 11, 2026", "' 27 ', '11 ', ' 2026'", "27, 11, 02026"})
    void threeNumbersAreADate(String day, String month, String year) {
        assertThat(new DateFields(day, month, year).date()).contains(LocalDate.of(2026, 11, 27));
    }

    @Test
    void theLastOfFebruaryIsThereInLeapYearsOnly() {
        assertThat(new DateFields("29", "2", "2028").date()).contains(LocalDate.of(2028, 2, 29));
        assertThat(new DateFields("29", "2", "2026").date()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "31, 4, 2026",
        "0, 1, 2026",
        "1, 13, 2026",
        "-1, 1, 2026",
        "un, 1, 2026",
        "1, mai, 2026",
        "1, 1,",
        ", 1, 2026",
        "1.5, 1, 2026",
        "1, 1, 99999999999",
        "١, 1, 2026x"
    })
    void whatIsNoDateIsNone(@Nullable String day, @Nullable String month, @Nullable String year) {
        assertThat(new DateFields(day, month, year).date()).isEmpty();
    }

    @Test
    void arabicDigitsAreNumbersToo() {
        assertThat(new DateFields("٢٧", "١١", "٢٠٢٦").date()).contains(LocalDate.of(2026, 11, 27));
    }

    @Test
    void aDateIsEmptyWhenNothingWasTypedAtAll() {
        assertThat(new DateFields(null, "", "  ").isEmpty()).isTrue();
        assertThat(new DateFields(null, "1", null).isEmpty()).isFalse();
    }
}
