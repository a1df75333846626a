package fr.traboule.paper;

import fr.traboule.city.UnitId;
import fr.traboule.ground.access.AccountId;
import fr.traboule.requests.RequestId;
import fr.traboule.requests.RequestNumber;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An outage sheet (« fiche de secours »): printed beforehand, with the number that its request will have.
 *
 * @param request the id that its request will have
 * @param batch printed together
 * @param reason why it is spoiled, in words
 * @param decidedBy who typed it in, or said that it is spoiled
 */
public record Sheet(
        RequestId request,
        RequestNumber number,
        UUID batch,
        UnitId unit,
        AccountId printedBy,
        Instant printedAt,
        SheetState state,
        Optional<String> reason,
        Optional<AccountId> decidedBy,
        Optional<Instant> decidedAt,
        int version) {

    /** Even if somebody said that it was spoiled: what a person wrote is never refused. */
    public boolean canBeTypedIn() {
        return state != SheetState.USED;
    }
}
