package fr.traboule.calendar;

import static fr.traboule.calendar.CalendarFixture.at;
import static fr.traboule.calendar.CalendarFixture.date;
import static fr.traboule.calendar.CalendarFixture.local;
import static fr.traboule.calendar.CalendarFixture.times;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ClosureTests {

    @Test
    void bothDaysOfAClosureAreClosed() {
        var closure = Closure.ofDays(date("2026-03-03"), date("2026-03-04"), "travaux");
        var hours = times("24/7", closure);

        assertThat(hours.stateAt(at("2026-03-02T23:59"))).isEqualTo(OpenState.OPEN);
        assertThat(hours.stateAt(at("2026-03-03T00:00"))).isEqualTo(OpenState.CLOSED);
        assertThat(hours.stateAt(at("2026-03-04T23:59"))).isEqualTo(OpenState.CLOSED);
        assertThat(hours.stateAt(at("2026-03-05T00:00"))).isEqualTo(OpenState.OPEN);
        assertThat(hours.day(date("2026-03-03")))
                .singleElement()
                .satisfies(day -> assertThat(day.comment()).isEqualTo("travaux"));
    }

    /** Mairie du 3e on 13 December 2024: closed from 11:30 on. */
    @Test
    void aClosureMayBeginAtAnyHour() {
        var hours = times("Mo-Fr 08:30-16:45", new Closure(local("2024-12-13T11:30"), local("2024-12-14T00:00"), null));

        assertThat(hours.stateAt(at("2024-12-13T11:29"))).isEqualTo(OpenState.OPEN);
        assertThat(hours.stateAt(at("2024-12-13T11:30"))).isEqualTo(OpenState.CLOSED);
        assertThat(hours.stateAt(at("2024-12-16T11:30"))).isEqualTo(OpenState.OPEN);
    }

    @Test
    void theNightOfAClosedDayDoesNotBegin() {
        var hours = times("22:00-02:00", Closure.ofDays(date("2026-03-03"), date("2026-03-03"), null));

        assertThat(hours.stateAt(at("2026-03-03T00:30"))).isEqualTo(OpenState.CLOSED);
        assertThat(hours.stateAt(at("2026-03-04T00:30"))).isEqualTo(OpenState.CLOSED);
        assertThat(hours.stateAt(at("2026-03-04T22:30"))).isEqualTo(OpenState.OPEN);
    }

    @Test
    void aClosureOverridesWhatIsUnknownAndAnyFallback() {
        var closure = Closure.ofDays(date("2026-03-03"), date("2026-03-03"), null);

        assertThat(times("sunrise-sunset", closure).stateAt(at("2026-03-03T12:00")))
                .isEqualTo(OpenState.CLOSED);
        assertThat(times("Mo 09:00-12:00 || 24/7", closure).stateAt(at("2026-03-03T12:00")))
                .isEqualTo(OpenState.CLOSED);
    }

    @Test
    void aClosureEndsAfterItBegins() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Closure(local("2026-03-03T12:00"), local("2026-03-03T12:00"), null));
    }
}
