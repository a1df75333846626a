package fr.traboule.reception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fr.traboule.calendar.WorkingDays;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class CallWindowTests {

    private static final WorkingDays WORKING_DAYS = new WorkingDays();
    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    @Test
    void onlyWorkingDaysAreOffered() {
        assertThat(CallWindow.days(Instant.parse("2026-12-23T08:00:00Z"), WORKING_DAYS))
                .hasSize(10)
                .startsWith(LocalDate.of(2026, 12, 23), LocalDate.of(2026, 12, 24), LocalDate.of(2026, 12, 28))
                .doesNotContain(LocalDate.of(2027, 1, 1));
    }

    @Test
    void todayIsOfferedWhileThereIsTime() {
        assertThat(CallWindow.days(Instant.parse("2026-11-20T15:59:00Z"), WORKING_DAYS))
                .startsWith(FRIDAY);
        assertThat(CallWindow.days(Instant.parse("2026-11-20T16:00:00Z"), WORKING_DAYS))
                .startsWith(MONDAY);
    }

    @Test
    void aTimeThatIsOverIsNotPromised() {
        var now = Instant.parse("2026-11-20T11:00:00Z");

        assertThat(CallWindow.morning(FRIDAY).isPromisable(now, WORKING_DAYS)).isFalse();
        assertThat(CallWindow.afternoon(FRIDAY).isPromisable(now, WORKING_DAYS)).isTrue();
        assertThat(CallWindow.afternoon(FRIDAY.plusDays(1)).isPromisable(now, WORKING_DAYS))
                .isFalse();
        assertThat(CallWindow.morning(MONDAY.plusDays(60)).isPromisable(now, WORKING_DAYS))
                .isFalse();
    }

    @Test
    void theCallIsDueWhenTheTimeEnds() {
        assertThat(CallWindow.morning(FRIDAY).due()).isEqualTo(Instant.parse("2026-11-20T11:00:00Z"));
    }

    @Test
    void nobodyCallsAtNight() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CallWindow(FRIDAY, LocalTime.of(20, 0), LocalTime.of(21, 0)));
        assertThat(CallWindow.Span.of("20:00-21:00")).isEmpty();
        assertThat(CallWindow.Span.of("09:00-10:00")).isPresent();
    }
}
