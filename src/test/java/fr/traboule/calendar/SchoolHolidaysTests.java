package fr.traboule.calendar;

import static fr.traboule.calendar.CalendarFixture.date;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fr.traboule.calendar.SchoolHolidays.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchoolHolidaysTests {

    private final SchoolHolidays winterAndSpring = new SchoolHolidays(List.of(
            new SchoolHoliday(date("2026-04-04"), date("2026-04-19")),
            new SchoolHoliday(date("2026-02-07"), date("2026-02-22"))));

    @Test
    void theFirstAndTheLastDayAreHolidays() {
        assertThat(winterAndSpring.isHoliday(date("2026-02-07"))).isEqualTo(Answer.YES);
        assertThat(winterAndSpring.isHoliday(date("2026-02-22"))).isEqualTo(Answer.YES);
        assertThat(winterAndSpring.isHoliday(date("2026-04-19"))).isEqualTo(Answer.YES);
    }

    @Test
    void betweenTwoHolidaysThereAreLessons() {
        assertThat(winterAndSpring.isHoliday(date("2026-02-23"))).isEqualTo(Answer.NO);
        assertThat(winterAndSpring.isHoliday(date("2026-04-03"))).isEqualTo(Answer.NO);
    }

    @Test
    void outsideWhatIsPublishedNobodyKnows() {
        assertThat(winterAndSpring.isHoliday(date("2026-02-06"))).isEqualTo(Answer.UNKNOWN);
        assertThat(winterAndSpring.isHoliday(date("2026-04-20"))).isEqualTo(Answer.UNKNOWN);
        assertThat(new SchoolHolidays(List.of()).isHoliday(date("2026-04-20"))).isEqualTo(Answer.UNKNOWN);
    }

    @Test
    void aHolidayEndsAfterItBegins() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SchoolHoliday(date("2026-02-22"), date("2026-02-07")));
    }
}
