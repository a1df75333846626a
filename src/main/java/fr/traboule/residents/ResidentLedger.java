package fr.traboule.residents;

import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.ground.history.Fact;
import fr.traboule.ground.history.History;
import fr.traboule.web.NotFound;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * What the acts on records share: the record as whoever acts saw it, and the fact that tells what happened, in the transaction
 * of the act.
 */
@Component
class ResidentLedger {

    private final Residents residents;
    private final History history;
    private final Permissions permissions;
    private final Clock clock;

    ResidentLedger(Residents residents, History residentsHistory, Permissions permissions, Clock clock) {
        this.residents = residents;
        this.history = residentsHistory;
        this.permissions = permissions;
        this.clock = clock;
    }

    /** The record as somebody saw it when they decided. */
    record Seen(ResidentId id, int version) {}

    enum Outcome {
        DONE,
        CHANGED_MEANWHILE,
        /** Answers go that way: another one has to be chosen first. */
        ANSWERS_NEED_IT,
        /** It would leave nothing by which to find the person. */
        THE_LAST_ONE,
        TOO_MANY,
        NEEDED_BY_LAW
    }

    Instant now() {
        return clock.instant();
    }

    /**
     * Empty if somebody changed it since.
     *
     * @throws NotFound where there is none, or it goes on in another one
     */
    Optional<Resident> find(Actor actor, Seen seen, ResidentPermission permission) {
        permissions.require(actor, permission);
        var found = residents
                .byId(seen.id())
                .filter(resident -> resident.mergedInto().isEmpty())
                .orElseThrow(NotFound::new);
        return Optional.of(found).filter(resident -> resident.version() == seen.version());
    }

    /** Whoever changes it at this very moment comes first, and then nothing of the act stays. */
    Outcome change(Resident changed, ResidentFact fact, Actor actor, Map<String, String> details) {
        if (!residents.change(changed)) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return Outcome.CHANGED_MEANWHILE;
        }
        tell(changed.id(), fact, actor, details);
        return Outcome.DONE;
    }

    void tell(ResidentId id, ResidentFact fact, Actor actor, Map<String, String> details) {
        history.add(Fact.of(id.value(), fact.code(), now(), actor, details));
    }
}
