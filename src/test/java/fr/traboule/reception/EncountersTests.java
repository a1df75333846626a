package fr.traboule.reception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.traboule.StaffFixture;
import fr.traboule.WholeProgramTest;
import fr.traboule.city.Directory;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Role;
import fr.traboule.requests.Channel;
import fr.traboule.residents.Need;
import fr.traboule.web.Language;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.annotation.Transactional;

/** What is answered on the spot. */
@WholeProgramTest
@Transactional
class EncountersTests {

    @Autowired
    LogEncounter encounters;

    @Autowired
    Encounters store;

    @Autowired
    Directory directory;

    @Autowired
    StaffFixture staff;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Test
    void theyArePagedByKeyTheLastFirst() {
        var agent = staff.agent(Role.RECEPTION_AGENT, "mairie-2-accueil");
        for (var i = 0; i < 5; i++) {
            encounters.log(agent, encounter(agent, "mairie-2-accueil", Duration.ofMillis(i)));
        }

        var paged = new ArrayList<Encounter>();
        var page = all(agent, Encounter.Position.START, 2);
        while (!page.isEmpty()) {
            paged.addAll(page);
            page = all(agent, page.getLast().position(), 2);
        }

        assertThat(paged).isEqualTo(all(agent, Encounter.Position.START, 1_000)).hasSizeGreaterThanOrEqualTo(5);
        assertThat(paged.stream().map(Encounter::at).toList().reversed()).isSorted();
    }

    @Test
    void thoseOfOtherUnitsAreNotSeen() {
        var here = staff.agent(Role.RECEPTION_AGENT, "mairie-2-accueil");
        var elsewhere = staff.agent(Role.RECEPTION_AGENT, "mairie-4-accueil");
        var above = staff.agent(Role.UNIT_HEAD, "mairie-2");
        var met = encounter(here, "mairie-2-accueil", Duration.ZERO);

        encounters.log(here, met);

        assertThat(all(here, Encounter.Position.START, 1_000)).contains(met);
        assertThat(all(above, Encounter.Position.START, 1_000)).contains(met);
        assertThat(all(elsewhere, Encounter.Position.START, 1_000)).doesNotContain(met);
    }

    @Test
    void nobodyNotesForAnotherUnitForAnotherAgentOrAhead() {
        var agent = staff.agent(Role.RECEPTION_AGENT, "mairie-2-accueil");
        var other = staff.agent(Role.RECEPTION_AGENT, "mairie-2-accueil");

        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> encounters.log(agent, encounter(agent, "mairie-4-accueil", Duration.ZERO)));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> encounters.log(agent, encounter(other, "mairie-2-accueil", Duration.ZERO)));
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> encounters.log(agent, encounter(agent, "mairie-2-accueil", Duration.ofHours(-1))));
    }

    @Test
    void theyAreCountedBySubjectAndChannel() {
        var agent = staff.agent(Role.RECEPTION_AGENT, "mairie-5-accueil");
        var before = number(agent);
        encounters.log(agent, encounter(agent, "mairie-5-accueil", Duration.ZERO));
        encounters.log(agent, encounter(agent, "mairie-5-accueil", Duration.ofDays(29)));
        encounters.log(agent, encounter(agent, "mairie-5-accueil", Duration.ofDays(31)));

        assertThat(number(agent)).isEqualTo(before + 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"update reception.encounter set words = 'x'", "delete from reception.encounter"})
    void nobodyRewritesThem(String statement) {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> jdbc.sql(statement).update());
    }

    private long number(Actor.Agent agent) {
        return encounters.counts(agent).stream()
                .filter(count -> count.subject().isEmpty() && count.channel() == Channel.COUNTER)
                .mapToLong(Encounters.Count::number)
                .sum();
    }

    private List<Encounter> all(Actor.Agent agent, Encounter.Position before, int most) {
        return store.of(directory.unitsOf(agent.account()), Instant.EPOCH, before, most);
    }

    private Encounter encounter(Actor.Agent agent, String unit, Duration ago) {
        return new Encounter(
                UUID.randomUUID(),
                Instant.ofEpochMilli(clock.instant().minus(ago).toEpochMilli()),
                agent.account(),
                directory.unit(unit).orElseThrow().id(),
                Channel.COUNTER,
                Optional.empty(),
                Optional.empty(),
                Language.FR,
                List.of(Need.HEARING),
                Optional.of("Horaires de la piscine"),
                Optional.of(3));
    }
}
