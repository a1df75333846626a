package fr.traboule.requests;

import fr.traboule.city.UnitId;
import fr.traboule.ground.access.AccountId;
import fr.traboule.web.Language;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A letter or a call by which somebody of the city is to tell a person something (« courrier à poster », « appel à faire »).
 *
 * @param unit that hands it over: the one that answers for the request
 * @param language of the person
 * @param to name of the person, where it is known
 * @param message that it passes on, where it has words of its own
 * @param askedAt when the person was promised it
 * @param tries calls that nobody answered
 */
public record Delivery(
        DeliveryId id,
        RequestId request,
        RequestNumber number,
        UnitId unit,
        Language language,
        Optional<String> to,
        DeliveryKind kind,
        NoticeKind notice,
        Optional<UUID> message,
        DeliveryState state,
        Instant askedAt,
        int tries,
        Optional<Instant> triedAt,
        Optional<HandedOver> handedOver) {

    /** Within as many working days it is to be done. */
    public static final int WORKING_DAYS = 2;

    /** After so many calls in vain, another way is to be found with the person. */
    public static final int MOST_TRIES = 3;

    /** Who did it, and when. */
    public record HandedOver(Instant at, AccountId by) {}

    public boolean isWaiting() {
        return state == DeliveryState.WAITING;
    }

    public boolean needsAnotherWay() {
        return isWaiting() && tries >= MOST_TRIES;
    }
}
