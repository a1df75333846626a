package fr.traboule.reception;

import static org.assertj.core.api.Assertions.assertThat;

import fr.traboule.calendar.CityTime;
import fr.traboule.requests.Channel;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.validation.BeanPropertyBindingResult;

/** When something really came in: what may be said, and what is asked again. */
class ArrivalTests {

    /** Monday, in the afternoon. */
    private static final Instant NOW = Instant.parse("2026-11-23T14:00:00Z");

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private Optional<Instant> arrival = Optional.empty();

    @ParameterizedTest
    @CsvSource({
        "14:05,14:05",
        "9h5,",
        "9 h 05,09:05",
        "14h,14:00",
        "08.30,08:30",
        "23:59,23:59",
        "24:00,",
        "25:99,",
        "midi,",
        ","
    })
    void anHourIsReadAsPeopleWriteIt(String typed, LocalTime expected) {
        assertThat(Arrival.time(typed)).isEqualTo(Optional.ofNullable(expected));
    }

    @Test
    void nothingSaidIsNow() {
        assertThat(wrong(NewRequestForm.blank(UUID.randomUUID()))).isEmpty();
        assertThat(arrival).isEmpty();
    }

    @Test
    void aLetterOfAnotherDayCountsFromTheBeginningOfThatDay() {
        assertThat(wrong(of(Channel.LETTER, TODAY.minusDays(3)))).isEmpty();
        assertThat(arrival).contains(CityTime.startOf(TODAY.minusDays(3)));
    }

    @Test
    void aLetterOfTodayArrivesNow() {
        assertThat(wrong(of(Channel.PAPER_FORM, TODAY))).isEmpty();
        assertThat(arrival).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"COUNTER", "PHONE"})
    void atTheCounterTheHourIsKnown(Channel channel) {
        assertThat(wrong(of(channel, TODAY.minusDays(1)))).isEqualTo("arrivedAt");
    }

    @ParameterizedTest
    @CsvSource({"1,arrivedOn", "0,''", "-30,''", "-31,arrivedSure", "-729,arrivedSure", "-800,arrivedOn"})
    void theFutureAndLongAgoAreAskedAgain(int days, String field) {
        assertThat(wrong(of(Channel.LETTER, TODAY.plusDays(days)))).isEqualTo(field);
    }

    @Test
    void nobodyFillsInASheetThatIsNotPrinted() {
        var form = of(Channel.LETTER, TODAY.minusDays(2));

        assertThat(wrong(form, Optional.of(TODAY.minusDays(1)))).isEqualTo("arrivedOn");
        assertThat(wrong(form, Optional.of(TODAY.minusDays(2)))).isEmpty();
    }

    private static NewRequestForm of(Channel channel, LocalDate day) {
        return NewRequestForm.blank(UUID.randomUUID()).arrived(channel, Optional.of(day));
    }

    private String wrong(NewRequestForm form) {
        return wrong(form, Optional.empty());
    }

    /** The field that is wrong, if one is. */
    private String wrong(NewRequestForm form, Optional<LocalDate> notBefore) {
        var errors = new BeanPropertyBindingResult(form, "form");
        arrival = Arrival.of(form, NOW, notBefore, errors);
        return errors.getFieldErrors().stream()
                .map(error -> error.getField())
                .findFirst()
                .orElse("");
    }
}
