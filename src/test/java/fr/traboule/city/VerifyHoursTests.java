package fr.traboule.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.traboule.WholeProgramTest;
import fr.traboule.city.VerifyHours.ChangedMeanwhile;
import fr.traboule.city.VerifyHours.Verified;
import fr.traboule.ground.access.AccountId;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.ground.access.Role;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@WholeProgramTest
class VerifyHoursTests {

    private static final String PLACE = "mairie-du-2e-arrondissement";
    private static final String LINE = "allo-mairie";
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Autowired
    JdbcPlaces places;

    @Autowired
    Permissions permissions;

    @Autowired
    JdbcClient jdbc;

    private VerifyHours verifyHours;
    private String placeHours;
    private String lineHours;

    @BeforeEach
    void prepare() {
        verifyHours = new VerifyHours(places, permissions, HoursFixture.clock(HoursFixture.at("2026-11-22T00:30")));
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
        places.verifyPlace("none", "none", TODAY);
    }

    @Test
    void theHoursOfAPlaceAreConfirmedOnTheDayOfTheCity() {
        assertThat(verifyHours.verifyPlace(agent(Role.ADMINISTRATOR), PLACE, placeHours))
                .isInstanceOf(Verified.class);

        assertThat(placeHours().verifiedOn()).contains(TODAY);
    }

    @Test
    void theHoursOfATelephoneLineAreConfirmed() {
        assertThat(verifyHours.verifyPhoneLine(agent(Role.ADMINISTRATOR), LINE, lineHours))
                .isInstanceOf(Verified.class);

        assertThat(lineHours().verifiedOn()).contains(TODAY);
    }

    @Test
    void hoursThatChangedSinceTheyWereSeenAreNotConfirmed() {
        assertThat(verifyHours.verifyPlace(agent(Role.ADMINISTRATOR), PLACE, "24/7"))
                .isInstanceOf(ChangedMeanwhile.class);
        assertThat(verifyHours.verifyPhoneLine(agent(Role.ADMINISTRATOR), LINE, "24/7"))
                .isInstanceOf(ChangedMeanwhile.class);

        assertThat(placeHours().verifiedOn()).isEmpty();
        assertThat(lineHours().verifiedOn()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ADMINISTRATOR")
    void onlyAnAdministratorMayConfirmHours(Role role) {
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> verifyHours.verifyPlace(agent(role), PLACE, placeHours));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> verifyHours.verifyPhoneLine(agent(role), LINE, lineHours));

        assertThat(placeHours().verifiedOn()).isEmpty();
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

    private static Actor agent(Role role) {
        return new Actor.Agent(new AccountId(UUID.randomUUID()), Set.of(role));
    }
}
