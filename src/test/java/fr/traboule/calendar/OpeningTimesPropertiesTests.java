package fr.traboule.calendar;

import static fr.traboule.calendar.CalendarFixture.PARIS;
import static fr.traboule.calendar.CalendarFixture.at;
import static fr.traboule.calendar.CalendarFixture.lyon;
import static fr.traboule.calendar.CalendarFixture.times;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is true of any hours at any instant. The seed is fixed: a failure comes back. */
class OpeningTimesPropertiesTests {

    private static final long SEED = 20261122;
    private static final int RULES = 400;
    private static final int BROKEN = 2_000;
    private static final int INSTANTS = 15;
    private static final long FIRST = at("2025-12-01T00:00").getEpochSecond();
    private static final long LAST = at("2028-01-01T00:00").getEpochSecond();
    /** Around the clock changes and New Year more happens. */
    private static final List<Instant> DELICATE = Stream.of(
                    "2026-03-29T01:45",
                    "2026-03-29T03:15",
                    "2026-10-25T02:15",
                    "2026-10-25T02:15+01:00",
                    "2026-05-01T00:15",
                    "2026-12-31T23:45",
                    "2027-01-01T00:00")
            .map(CalendarFixture::at)
            .toList();

    private final RandomHours hours = new RandomHours(SEED);
    private final Random random = new Random(SEED);

    @Test
    void theStateOfAnInstantIsTheOneOfItsDay() {
        IntStream.range(0, RULES).forEach(i -> {
            var text = hours.whole();
            var times = times(text);
            instants()
                    .forEach(instant -> assertThat(times.stateAt(instant))
                            .as("%s at %s", text, instant.atZone(PARIS))
                            .isEqualTo(stateFromDays(times, instant)));
        });
    }

    @Test
    void theNextChangeIsOneAndNothingChangesBeforeIt() {
        IntStream.range(0, RULES).forEach(i -> {
            var text = hours.whole();
            var times = times(text);
            instants().forEach(instant -> {
                var state = times.stateAt(instant);
                var change = times.nextChange(instant, OpeningTimes.HORIZON);
                var until = change.map(next -> next.at().toInstant()).orElse(instant.plus(OpeningTimes.HORIZON));
                assertThat(between(instant, until))
                        .as("%s from %s to %s", text, instant.atZone(PARIS), until.atZone(PARIS))
                        .allMatch(moment -> times.stateAt(moment) == state);
                change.ifPresent(next ->
                        assertThat(times.stateAt(until)).isEqualTo(next.to()).isNotEqualTo(state));
            });
        });
    }

    @Test
    void brokenHoursAreRefusedOrEvaluated() {
        IntStream.range(0, BROKEN).forEach(i -> {
            var text = hours.broken();
            if (OpeningHours.parse(text) instanceof OpeningHours.Parsed parsed) {
                var times = new OpeningTimes(parsed, lyon(), List.of());
                assertThat(times.statusAt(at("2026-03-02T10:00"))).as(text).isNotNull();
                assertThat(times.day(LocalDate.of(2026, 5, 1))).as(text).isNotNull();
            }
        });
    }

    private OpenState stateFromDays(OpeningTimes times, Instant instant) {
        var date = instant.atZone(PARIS).toLocalDate();
        var states = Stream.of(date.minusDays(1), date)
                .flatMap(day -> times.day(day).stream())
                .filter(span -> !span.from().toInstant().isAfter(instant)
                        && span.to().toInstant().isAfter(instant))
                .map(OpenSpan::state)
                .toList();
        assertThat(states).hasSizeLessThan(2);
        return states.isEmpty() ? OpenState.CLOSED : states.getFirst();
    }

    private List<Instant> instants() {
        var anywhere = random.longs(INSTANTS, FIRST, LAST).mapToObj(Instant::ofEpochSecond);
        return Stream.concat(DELICATE.stream(), anywhere).toList();
    }

    /** Its ends, the last minute, and some instants anywhere between. */
    private List<Instant> between(Instant from, Instant until) {
        var seconds = Duration.between(from, until).toSeconds();
        var anywhere = random.longs(10, 0, seconds).mapToObj(from::plusSeconds);
        return Stream.concat(Stream.of(from, until.minusSeconds(1)), anywhere).toList();
    }
}
