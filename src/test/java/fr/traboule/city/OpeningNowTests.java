package fr.traboule.city;

import static fr.traboule.city.HoursFixture.asRead;
import static fr.traboule.city.HoursFixture.at;
import static fr.traboule.city.HoursFixture.clock;
import static fr.traboule.city.HoursFixture.verified;
import static org.assertj.core.api.Assertions.assertThat;

import fr.traboule.WholeProgramTest;
import fr.traboule.calendar.OpenState;
import fr.traboule.calendar.OpenStatus;
import fr.traboule.calendar.OpenStatus.Change;
import fr.traboule.calendar.OpenStatus.ClosedNow;
import fr.traboule.calendar.OpenStatus.NotKnown;
import fr.traboule.calendar.OpenStatus.OpenNow;
import fr.traboule.web.Language;
import fr.traboule.web.Translated;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WholeProgramTest
class OpeningNowTests {

    private static final String OFFICE = "Mo-Fr 08:45-16:45; PH off";
    private static final Instant TUESDAY_MORNING = at("2026-11-24T10:00");

    @Autowired
    CityCalendars calendars;

    @Autowired
    JdbcPlaces places;

    @Test
    void unverifiedHoursAreUnknownAndNeverOpenAtAnyInstantOfAYear() {
        var unverified = places.all().stream()
                .filter(place -> place.hours().flatMap(Hours::verifiedOn).isEmpty())
                .toList();

        assertThat(unverified).hasSizeGreaterThan(80);
        everySixHoursOfAYear()
                .map(this::opening)
                .forEach(opening -> assertThat(unverified)
                        .allMatch(place -> opening.status(place.hours(), place.closures()) instanceof NotKnown));
    }

    @Test
    void aPlaceWithoutHoursIsUnknown() {
        assertThat(status(Optional.empty(), TUESDAY_MORNING)).isInstanceOf(NotKnown.class);
    }

    @Test
    void hoursThatAreReadAndAlwaysOpenAreUnknownAllTheSame() {
        assertThat(status(asRead("24/7"), TUESDAY_MORNING)).isInstanceOf(NotKnown.class);
    }

    @Test
    void aVerifiedPlaceIsOpenUntilItCloses() {
        assertThat(status(verified(OFFICE), TUESDAY_MORNING)).isInstanceOfSatisfying(OpenNow.class, open -> {
            assertThat(instant(open.next())).isEqualTo(at("2026-11-24T16:45"));
        });
    }

    @Test
    void aVerifiedPlaceIsClosedUntilItOpens() {
        assertThat(status(verified(OFFICE), at("2026-11-20T17:00"))).isInstanceOfSatisfying(ClosedNow.class, closed -> {
            assertThat(Objects.requireNonNull(closed.next()).to()).isEqualTo(OpenState.OPEN);
            assertThat(instant(closed.next())).isEqualTo(at("2026-11-23T08:45"));
        });
    }

    @Test
    void aVerifiedPlaceIsClosedOnPublicHolidays() {
        assertThat(status(verified(OFFICE), at("2026-11-11T10:00"))).isInstanceOf(ClosedNow.class);
    }

    @Test
    void theSchoolHolidaysAreThoseOfTheCity() {
        var terms = verified("Mo-Fr 09:00-12:00; SH off");

        assertThat(status(terms, at("2026-10-20T10:00"))).isInstanceOf(ClosedNow.class);
        assertThat(status(terms, at("2026-11-24T10:00"))).isInstanceOf(OpenNow.class);
    }

    @Test
    void anExceptionalClosureCountsMoreThanHours() {
        var works = closure("2026-11-24", "2026-11-25");

        assertThat(opening(TUESDAY_MORNING).status(verified("24/7"), List.of(works)))
                .isInstanceOfSatisfying(
                        ClosedNow.class,
                        closed -> assertThat(instant(closed.next())).isEqualTo(at("2026-11-26T00:00")));
        assertThat(opening(at("2026-11-23T23:59")).status(verified("24/7"), List.of(works)))
                .isInstanceOf(OpenNow.class);
    }

    @Test
    void theWeekBeginsOnMondayAndShowsHoursThatAreNotConfirmedToo() {
        var week =
                opening(at("2026-11-22T10:00")).week(asRead(OFFICE), List.of()).orElseThrow();

        assertThat(week.keySet()).hasSize(7).first().isEqualTo(LocalDate.of(2026, 11, 16));
        assertThat(week.get(LocalDate.of(2026, 11, 17))).hasSize(1);
        assertThat(week.get(LocalDate.of(2026, 11, 22))).isEmpty();
    }

    private OpenStatus status(Optional<Hours> hours, Instant at) {
        return opening(at).status(hours, List.of());
    }

    private OpeningNow opening(Instant at) {
        return new OpeningNow(calendars, clock(at));
    }

    private static Stream<Instant> everySixHoursOfAYear() {
        var first = at("2026-01-01T00:00");
        return Stream.iterate(
                first, at -> at.isBefore(first.plus(Duration.ofDays(365))), at -> at.plus(Duration.ofHours(6)));
    }

    private static Instant instant(@Nullable Change change) {
        return Objects.requireNonNull(change).at().toInstant();
    }

    private static ExceptionalClosure closure(String from, String to) {
        return new ExceptionalClosure(
                LocalDate.parse(from), LocalDate.parse(to), new Translated(Map.of(Language.FR, "Travaux")));
    }
}
