package fr.traboule.residents;

import fr.traboule.ground.access.Actor;
import fr.traboule.residents.ResidentLedger.Outcome;
import fr.traboule.residents.ResidentLedger.Seen;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * Erases what is kept of somebody who no longer wishes it, with all records that are merged, where no law needs one of them.
 * That there was a record, and who erased it when, stays; requests keep what was told with them.
 */
@Service
class EraseResident {

    private final Residents residents;
    private final ResidentLedger ledger;
    private final ApplicationEventPublisher events;

    EraseResident(Residents residents, ResidentLedger ledger, ApplicationEventPublisher events) {
        this.residents = residents;
        this.ledger = ledger;
        this.events = events;
    }

    @Transactional
    Outcome erase(Actor.Agent agent, Seen seen) {
        if (ledger.find(agent, seen, ResidentPermission.ERASE).isEmpty()) {
            return Outcome.CHANGED_MEANWHILE;
        }
        var kin = residents.kin(seen.id());
        if (kin.stream().anyMatch(one -> one.grounds().basis() == Basis.LAW)) {
            return Outcome.NEEDED_BY_LAW;
        }
        for (var one : kin) {
            if (!residents.erase(one, ledger.now())) {
                TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
                return Outcome.CHANGED_MEANWHILE;
            }
            ledger.tell(one.id(), ResidentFact.ERASED, agent, Map.of());
            events.publishEvent(new ResidentErased(one.id()));
        }
        return Outcome.DONE;
    }
}
