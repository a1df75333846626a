package fr.traboule.reception;

import fr.traboule.ground.access.Actor;
import fr.traboule.requests.NewRequest;
import fr.traboule.requests.Receipt;
import fr.traboule.requests.ReceiveRequest;
import fr.traboule.residents.KeepResident;
import fr.traboule.residents.NewResident;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Files a request for somebody who is there, and keeps a record of them where they wish it or a law needs it: both or none. */
@Service
class FileAtReception {

    private final ReceiveRequest receiveRequest;
    private final KeepResident keepResident;

    FileAtReception(ReceiveRequest receiveRequest, KeepResident keepResident) {
        this.receiveRequest = receiveRequest;
        this.keepResident = keepResident;
    }

    @Transactional
    Receipt file(Actor.Agent agent, NewRequest wanted, Optional<NewResident> toKeep) {
        toKeep.ifPresent(resident -> keepResident.keep(agent, resident));
        return receiveRequest.receive(new Actor.ForResident(agent), wanted);
    }
}
