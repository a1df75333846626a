package fr.traboule.calendar;

import static fr.traboule.calendar.CalendarFixture.PARIS;
import static fr.traboule.calendar.CalendarFixture.at;
import static fr.traboule.calendar.CalendarFixture.date;
import static fr.traboule.calendar.CalendarFixture.local;
import static fr.traboule.calendar.CalendarFixture.times;
import static org.assertj.core.api.Assertions.assertThat;

import fr.traboule.calendar.OpenStatus.Change;
import fr.traboule.calendar.OpenStatus.ClosedNow;
import fr.traboule.calendar.OpenStatus.NotKnown;
import fr.traboule.calendar.OpenStatus.OpenNow;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OpeningTimesTests {

    @Test
    void aDayIsItsSpansInOrder() {
        var monday = times("Mo 14:00-17:00,09:00-12:00").day(date("2026-03-02"));

        assertThat(monday)
                .containsExactly(
                        open("2026-03-02T09:00", "2026-03-02T12:00"), open("2026-03-02T14:00", "2026-03-02T17:00"));
    }

    @Test
    void aNightBelongsToTheDayItBegins() {
        var saturdays = times("Sa 22:00-02:00");

        assertThat(saturdays.day(date("2026-03-07"))).containsExactly(open("2026-03-07T22:00", "2026-03-08T02:00"));
        assertThat(saturdays.day(date("2026-03-08"))).isEmpty();
    }

    @Test
    void aNightIsCutWhereTheNextDayIsReplaced() {
        assertThat(times("22:00-02:00; PH off").day(date("2026-04-30")))
                .containsExactly(open("2026-04-30T22:00", "2026-05-01T00:00"));
    }

    @Test
    void aDayTellsWhatIsUnknownAndWhyItIsClosed() {
        var hours = times("Mo 09:00-12:00 \"sur rendez-vous\"; Tu off \"réunion\"; We off");

        assertThat(hours.day(date("2026-03-02")))
                .containsExactly(span("2026-03-02T09:00", "2026-03-02T12:00", OpenState.UNKNOWN, "sur rendez-vous"));
        assertThat(hours.day(date("2026-03-03")))
                .containsExactly(span("2026-03-03T00:00", "2026-03-04T00:00", OpenState.CLOSED, "réunion"));
        assertThat(hours.day(date("2026-03-04"))).isEmpty();
    }

    @Test
    void aWeekIsSevenDaysInOrder() {
        var week = times("Mo-Fr 09:00-17:00; PH off").week(date("2026-04-27"));

        assertThat(week.firstEntry().getKey()).isEqualTo("2026-04-27");
        assertThat(week.values()).extracting(day -> day.size()).containsExactly(1, 1, 1, 1, 0, 0, 0);
    }

    @Test
    void theClockChangeMakesANightLongerOrShorter() {
        var nights = times("01:00-04:00");

        assertThat(length(nights.day(date("2026-03-28")).getFirst())).hasHours(3);
        assertThat(length(nights.day(date("2026-03-29")).getFirst())).hasHours(2);
        assertThat(length(nights.day(date("2026-10-25")).getFirst())).hasHours(4);
        assertThat(length(times("24/7").day(date("2026-03-29")).getFirst())).hasHours(23);
    }

    @Test
    void aSpanThatTheClockSkipsIsNot() {
        assertThat(times("02:15-02:45").day(date("2026-03-29"))).isEmpty();
    }

    @Test
    void theNextChangeIsTheNextOtherState() {
        var hours = times("Mo-Fr 09:00-12:00,12:00-17:00; PH off");

        assertThat(hours.nextChange(at("2026-04-30T10:00"), OpeningTimes.HORIZON))
                .contains(change("2026-04-30T17:00", OpenState.CLOSED));
        assertThat(hours.nextChange(at("2026-04-30T17:00"), OpeningTimes.HORIZON))
                .contains(change("2026-05-04T09:00", OpenState.OPEN));
    }

    @Test
    void aChangeOfCommentIsNoChange() {
        assertThat(times("Mo 09:00-12:00 open \"a\", Mo 12:00-17:00 open \"b\"")
                        .nextChange(at("2026-03-02T10:00"), OpeningTimes.HORIZON))
                .contains(change("2026-03-02T17:00", OpenState.CLOSED));
    }

    @Test
    void nothingIsLookedForBeyondTheLimit() {
        var hours = times("2026 Mar 02 09:00-12:00");

        assertThat(hours.nextChange(at("2026-03-01T09:00"), Duration.ofHours(24)))
                .isPresent();
        assertThat(hours.nextChange(at("2026-03-01T09:00"), Duration.ofHours(23)))
                .isEmpty();
        assertThat(hours.nextChange(at("2026-01-01T09:00"), Duration.ofDays(600)))
                .isPresent();
        assertThat(hours.nextChange(at("2025-12-01T09:00"), Duration.ofDays(600)))
                .isEmpty();
        assertThat(times("24/7").nextChange(at("2026-03-01T09:00"), OpeningTimes.HORIZON))
                .isEmpty();
    }

    @Test
    void aStatusTellsWhatComesNext() {
        var hours = times("Mo 09:00-12:00 open \"entrée B\"; Tu 09:00-12:00 \"sur rendez-vous\"");

        assertThat(hours.statusAt(at("2026-03-02T10:00")))
                .isEqualTo(new OpenNow(change("2026-03-02T12:00", OpenState.CLOSED), "entrée B"));
        assertThat(hours.statusAt(at("2026-03-02T12:00")))
                .isEqualTo(new ClosedNow(change("2026-03-03T09:00", OpenState.UNKNOWN), null));
        assertThat(hours.statusAt(at("2026-03-03T09:00")))
                .isEqualTo(new NotKnown(change("2026-03-03T12:00", OpenState.CLOSED), "sur rendez-vous"));
        assertThat(times("24/7").statusAt(at("2026-03-03T09:00"))).isEqualTo(new OpenNow(null, null));
    }

    @Test
    void whatDependsOnUnpublishedSchoolHolidaysIsUnknownAndTheRestIsNot() {
        var afterTheLastCalendar =
                times("Mo-Fr 09:00-17:00; SH Mo-Fr 09:00-12:00").day(date("2028-03-06"));

        assertThat(afterTheLastCalendar)
                .containsExactly(
                        open("2028-03-06T09:00", "2028-03-06T12:00"),
                        span("2028-03-06T12:00", "2028-03-06T17:00", OpenState.UNKNOWN, null));
    }

    @Test
    void anUnknownNightBelongsToTheDayItBegins() {
        var nights = times("Mo-Sa 18:00-02:00; SH Mo-Fr off");

        assertThat(nights.day(date("2025-10-17")))
                .containsExactly(span("2025-10-17T18:00", "2025-10-18T02:00", OpenState.UNKNOWN, null));
        assertThat(nights.day(date("2025-10-18"))).containsExactly(open("2025-10-18T18:00", "2025-10-19T02:00"));
    }

    private static Duration length(OpenSpan span) {
        return Duration.between(span.from(), span.to());
    }

    private static OpenSpan open(String from, String to) {
        return span(from, to, OpenState.OPEN, null);
    }

    private static OpenSpan span(String from, String to, OpenState state, @Nullable String comment) {
        return new OpenSpan(local(from).atZone(PARIS), local(to).atZone(PARIS), state, comment);
    }

    private static Change change(String at, OpenState to) {
        return new Change(local(at).atZone(PARIS), to);
    }
}
