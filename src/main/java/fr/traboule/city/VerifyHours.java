package fr.traboule.city;

import fr.traboule.calendar.CityTime;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says that the hours of a place or of a telephone line are right: from then on the public is told when they are open. */
@Service
class VerifyHours {

    private final JdbcPlaces places;
    private final Permissions permissions;
    private final Clock clock;

    VerifyHours(JdbcPlaces places, Permissions permissions, Clock clock) {
        this.places = places;
        this.permissions = permissions;
        this.clock = clock;
    }

    sealed interface Outcome {}

    record Verified() implements Outcome {}

    /** The hours are no longer those that the person saw. */
    record ChangedMeanwhile() implements Outcome {}

    @Transactional
    Outcome verifyPlace(Actor actor, String slug, String seenHours) {
        permissions.require(actor, CityPermission.VERIFY_HOURS);
        return outcome(places.verifyPlace(slug, seenHours, CityTime.day(clock.instant())));
    }

    @Transactional
    Outcome verifyPhoneLine(Actor actor, String code, String seenHours) {
        permissions.require(actor, CityPermission.VERIFY_HOURS);
        return outcome(places.verifyPhoneLine(code, seenHours, CityTime.day(clock.instant())));
    }

    private static Outcome outcome(boolean verified) {
        return verified ? new Verified() : new ChangedMeanwhile();
    }
}
