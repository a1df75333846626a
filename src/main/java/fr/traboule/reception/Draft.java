package fr.traboule.reception;

import fr.traboule.city.UnitId;
import fr.traboule.ground.access.AccountId;
import fr.traboule.ground.files.FileId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A draft (« brouillon ») of the desk: what an agent is typing, and no request.
 *
 * @param id that its request will have
 * @param unit whose agents may take it over; none where the agent works in none
 * @param holder who types it
 * @param content what was typed, as long as it is open
 * @param savedPage the page that saved it last
 */
record Draft(
        UUID id,
        Optional<UnitId> unit,
        AccountId holder,
        boolean sensitive,
        DraftState state,
        Optional<NewRequestForm> content,
        List<FileId> files,
        UUID savedPage,
        Instant startedAt,
        Instant savedAt,
        Instant expiresAt,
        Optional<Instant> endedAt,
        int version) {

    /** How long after it was last saved it can be gone on with. */
    static final Duration KEPT = Duration.ofDays(14);

    /** How long before the end somebody is told. */
    static final Duration TOLD = Duration.ofDays(3);

    /** How long the line of one that is over stays. */
    static final Duration REMEMBERED = Duration.ofDays(30);

    static final int MOST_FILES = 5;

    boolean isOpen() {
        return state == DraftState.OPEN;
    }

    boolean isHeldBy(AccountId account) {
        return isOpen() && holder.equals(account);
    }

    boolean endsSoon(Instant now) {
        return isOpen() && expiresAt.minus(TOLD).isBefore(now);
    }

    NewRequestForm form() {
        return content.orElseThrow().of(id, version);
    }
}
