package fr.traboule.reception;

import fr.traboule.city.UnitId;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.history.Fact;
import fr.traboule.ground.history.History;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Writes a change of a call-back with the fact that tells it, in the transaction of the act. */
@Component
class CallLedger {

    private final CallBacks callBacks;
    private final History history;

    CallLedger(CallBacks callBacks, History receptionHistory) {
        this.callBacks = callBacks;
        this.history = receptionHistory;
    }

    /** @return false if somebody changed it since it was read: nothing is written then */
    boolean change(CallBack changed, CallFact fact, Instant at, Actor actor, Map<String, String> more) {
        return change(changed, Optional.empty(), fact, at, actor, more);
    }

    /** @param movedFrom the unit that closed, where that is why it moves */
    boolean change(
            CallBack changed,
            Optional<UnitId> movedFrom,
            CallFact fact,
            Instant at,
            Actor actor,
            Map<String, String> more) {
        if (!callBacks.change(changed, movedFrom)) {
            return false;
        }
        var details = new HashMap<>(more);
        details.put("unit", changed.unit().value().toString());
        history.add(Fact.of(changed.id().value(), fact.code(), at, actor, details));
        return true;
    }
}
