package fr.traboule.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.traboule.StaffFixture;
import fr.traboule.WholeProgramTest;
import fr.traboule.city.VerifyHours.ChangedMeanwhile;
import fr.traboule.city.VerifyHours.Verified;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Role;
import fr.traboule.records.Changes;
import fr.traboule.records.JdbcChanges;
import fr.traboule.records.RecordsChanged;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;

@WholeProgramTest
class VerifyHoursTests {

    private static final String PLACE = "mairie-du-2e-arrondissement";
    private static final String LINE = "allo-mairie";
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Autowired
    JdbcPlaces places;

    @Autowired
    StaffFixture staff;

    @Autowired
    JdbcChanges log;

    @Autowired
    Changes changes;

    @Autowired
    PlaceRecords placeRecords;

    @Autowired
    PhoneLineRecords phoneLineRecords;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    JdbcClient jdbc;

    private VerifyHours verifyHours;
    private String placeHours;
    private String lineHours;

    @BeforeEach
    void prepare() {
        var clock = HoursFixture.clock(HoursFixture.at("2026-11-22T00:30"));
        verifyHours = new VerifyHours(changes, placeRecords, phoneLineRecords, places, transaction, clock);
        placeHours = placeHours().rule();
        lineHours = lineHours().rule();
    }

    @AfterEach
    void putBack() {
        jdbc.sql("update city.place set hours_verified_on = null where slug = ?")
                .param(PLACE)
                .update();
        jdbc.sql("update city.phone_line set hours_verified_on = null where code = ?")
                .param(LINE)
                .update();
        events.publishEvent(new RecordsChanged());
    }

    @Test
    void theHoursOfAPlaceAreConfirmedOnTheDayOfTheCity() {
        assertThat(place(agent(Role.ADMINISTRATOR), placeHours)).isInstanceOf(Verified.class);

        assertThat(placeHours().verifiedOn()).contains(TODAY);
    }

    @Test
    void theHoursOfATelephoneLineAreConfirmed() {
        assertThat(line(agent(Role.ADMINISTRATOR), lineHours)).isInstanceOf(Verified.class);

        assertThat(lineHours().verifiedOn()).contains(TODAY);
    }

    @Test
    void hoursThatChangedSinceTheyWereSeenAreNotConfirmed() {
        assertThat(place(agent(Role.ADMINISTRATOR), "24/7")).isInstanceOf(ChangedMeanwhile.class);
        assertThat(line(agent(Role.ADMINISTRATOR), "24/7")).isInstanceOf(ChangedMeanwhile.class);

        assertThat(placeHours().verifiedOn()).isEmpty();
        assertThat(lineHours().verifiedOn()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ADMINISTRATOR")
    void onlyAnAdministratorMayConfirmHours(Role role) {
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> place(agent(role), placeHours));
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> line(agent(role), lineHours));

        assertThat(placeHours().verifiedOn()).isEmpty();
    }

    /** It is a change like any other: in the list, with who made it, and taken back from there. */
    @Test
    void aConfirmationIsAmongTheChangesAndIsUndone() {
        var administrator = staff.agent(Role.ADMINISTRATOR);
        place(administrator, placeHours);

        var change = log.list(Optional.empty(), 1).getFirst();
        assertThat(change.madeBy()).contains(administrator.account());
        assertThat(log.edits(change.id())).singleElement().satisfies(edit -> {
            assertThat(edit.key()).isEqualTo(PLACE);
            assertThat(edit.columns()).containsExactly("hours_verified_on");
        });

        var undoing = (Changes.Drafted) changes.draftUndoing(administrator, change.id());
        assertThat(changes.decide(administrator, new Changes.Seen(undoing.id(), 0), Optional.empty()))
                .isInstanceOf(Changes.Applied.class);
        assertThat(placeHours().verifiedOn()).isEmpty();
    }

    private VerifyHours.Outcome place(Actor actor, String hours) {
        return verifyHours.verifyPlace(actor, PLACE, hours);
    }

    private VerifyHours.Outcome line(Actor actor, String hours) {
        return verifyHours.verifyPhoneLine(actor, LINE, hours);
    }

    private Hours placeHours() {
        return places.bySlug(PLACE).flatMap(Place::hours).orElseThrow();
    }

    private Hours lineHours() {
        return places.phoneLines().stream()
                .filter(line -> line.code().equals(LINE))
                .flatMap(line -> line.hours().stream())
                .findFirst()
                .orElseThrow();
    }

    private Actor agent(Role role) {
        return staff.agent(role);
    }
}
