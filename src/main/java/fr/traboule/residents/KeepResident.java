package fr.traboule.residents;

import com.github.f4b6a3.uuid.UuidCreator;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps a record of somebody, who wishes it or of whom a law needs one: which of the two is written down with it. */
@Service
public class KeepResident {

    private final Residents residents;
    private final ResidentLedger ledger;
    private final Permissions permissions;

    KeepResident(Residents residents, ResidentLedger ledger, Permissions permissions) {
        this.residents = residents;
        this.ledger = ledger;
        this.permissions = permissions;
    }

    /** Whether that agent may keep records at all. */
    public boolean isAllowed(Actor actor) {
        return permissions.allow(actor, ResidentPermission.KEEP);
    }

    @Transactional
    public ResidentId keep(Actor.Agent agent, NewResident wanted) {
        permissions.require(agent, ResidentPermission.KEEP);
        if (residents.add(wanted, ledger.now())) {
            wanted.representative()
                    .ifPresent(named -> residents.add(
                            wanted.id(), new Represented(UuidCreator.getTimeOrderedEpoch(), named, Optional.empty())));
            ledger.tell(
                    wanted.id(),
                    ResidentFact.KEPT,
                    agent,
                    Map.of(
                            "basis",
                            wanted.grounds().basis().code(),
                            "way",
                            wanted.way().code()));
        }
        return wanted.id();
    }
}
