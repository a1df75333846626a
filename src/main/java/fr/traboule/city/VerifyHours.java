package fr.traboule.city;

import fr.traboule.calendar.CityTime;
import fr.traboule.ground.access.Actor;
import fr.traboule.records.Change.Origin;
import fr.traboule.records.Changes;
import fr.traboule.records.Line;
import fr.traboule.records.Proposal;
import fr.traboule.records.RecordFile;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Says that the hours of a place or of a telephone line are right: from then on the public is told when they are open. It is a
 * change like any other of the city's records: dated, in the list of changes, and undone from there.
 */
@Service
class VerifyHours {

    private final Changes changes;
    private final PlaceRecords placeRecords;
    private final PhoneLineRecords phoneLineRecords;
    private final JdbcPlaces places;
    private final TransactionTemplate transaction;
    private final Clock clock;

    VerifyHours(
            Changes changes,
            PlaceRecords placeRecords,
            PhoneLineRecords phoneLineRecords,
            JdbcPlaces places,
            TransactionTemplate transaction,
            Clock clock) {
        this.changes = changes;
        this.placeRecords = placeRecords;
        this.phoneLineRecords = phoneLineRecords;
        this.places = places;
        this.transaction = transaction;
        this.clock = clock;
    }

    sealed interface Outcome {}

    record Verified() implements Outcome {}

    /** The hours are no longer those that the person saw. */
    record ChangedMeanwhile() implements Outcome {}

    Outcome verifyPlace(Actor actor, String slug, String seenHours) {
        return verify(actor, placeRecords, slug, () -> places.hasHours(slug, seenHours));
    }

    Outcome verifyPhoneLine(Actor actor, String code, String seenHours) {
        return verify(actor, phoneLineRecords, code, () -> places.phoneLineHasHours(code, seenHours));
    }

    /** The record is held from the change on: hours that are others by now are seen then, and nothing of it stays. */
    private Outcome verify(Actor actor, RecordFile file, String key, BooleanSupplier isAsSeen) {
        var today = CityTime.day(clock.instant()).toString();
        var line = new Line(file.name(), 0, Map.of(file.key().getFirst(), key, VerifiedHours.VERIFIED_ON, today));
        var proposal = new Proposal(Origin.PAGE, Optional.empty()).write(file, line);
        return Objects.requireNonNull(transaction.execute(status -> {
            var outcome = changes.applyAtOnce(actor, CityPermission.VERIFY_HOURS, proposal);
            if (outcome instanceof Changes.Refused || !isAsSeen.getAsBoolean()) {
                status.setRollbackOnly();
                return new ChangedMeanwhile();
            }
            return new Verified();
        }));
    }
}
