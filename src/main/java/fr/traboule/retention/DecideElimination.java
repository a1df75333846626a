package fr.traboule.retention;

import fr.traboule.calendar.CityTime;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.ground.history.Fact;
import fr.traboule.ground.history.History;
import fr.traboule.ground.works.AskForWork;
import fr.traboule.ground.works.WorkId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the archivist decides about a list: what is taken out of it, whether it is refused, whether it is approved. Whoever
 * proposed it decides nothing but its being carried out, once somebody else approved. The database checks the same.
 */
@Service
@Transactional
public class DecideElimination {

    private final Proposals proposals;
    private final AskForWork askForWork;
    private final History history;
    private final Permissions permissions;
    private final Clock clock;

    DecideElimination(
            Proposals proposals,
            AskForWork askForWork,
            History retentionHistory,
            Permissions permissions,
            Clock clock) {
        this.proposals = proposals;
        this.askForWork = askForWork;
        this.history = retentionHistory;
        this.permissions = permissions;
        this.clock = clock;
    }

    public enum Outcome {
        DONE,
        /** They proposed it themselves. */
        OWN,
        /** It was decided meanwhile, or there is nothing of it left. */
        NOT_NOW
    }

    Outcome takeOut(Actor.Agent agent, ProposalId id, List<UUID> requests, OutReason reason) {
        permissions.require(agent, RetentionPermission.SIGN_VISA);
        if (!OutReason.CHOSEN.contains(reason)) {
            throw new IllegalArgumentException("Nobody chooses " + reason);
        }
        proposals.lock(id);
        if (isInState(id, ProposalState.PROPOSED, ProposalState.SIGNED).isEmpty()) {
            return Outcome.NOT_NOW;
        }
        var now = clock.instant();
        var out = proposals.takeOut(id, requests, reason, agent.account(), now);
        if (out == 0) {
            return Outcome.NOT_NOW;
        }
        tell(agent, id, RetentionFact.TAKEN_OUT, Map.of("requests", Integer.toString(out), "reason", reason.code()));
        return Outcome.DONE;
    }

    /**
     * @param signatory name and capacity of who signed
     * @param reference of the document; needed where a rule asks for the visa of the archives service
     */
    public Outcome sign(
            Actor.Agent agent, ProposalId id, LocalDate signedOn, String signatory, Optional<String> reference) {
        permissions.require(agent, RetentionPermission.SIGN_VISA);
        proposals.lock(id);
        var proposal = isInState(id, ProposalState.PROPOSED);
        if (proposal.isEmpty() || proposals.extent(id).left() == 0) {
            return Outcome.NOT_NOW;
        }
        if (proposal.get().proposedBy().equals(agent.account())) {
            return Outcome.OWN;
        }
        if (signedOn.isAfter(CityTime.day(clock.instant()))) {
            throw new IllegalArgumentException("Nobody signed in the future");
        }
        proposals.sign(id, new Proposal.Visa(agent.account(), signedOn, signatory, reference), clock.instant());
        tell(agent, id, RetentionFact.SIGNED, Map.of());
        return Outcome.DONE;
    }

    Outcome refuse(Actor.Agent agent, ProposalId id, String why) {
        permissions.require(agent, RetentionPermission.SIGN_VISA);
        if (!proposals.refuse(id, why, agent.account(), clock.instant())) {
            return Outcome.NOT_NOW;
        }
        tell(agent, id, RetentionFact.REFUSED, Map.of());
        return Outcome.DONE;
    }

    /** Has what bears a visa destroyed, portion by portion. Empty where it bears none, or is done. */
    public Optional<WorkId> carryOut(Actor.Agent agent, ProposalId id) {
        permissions.require(agent, RetentionPermission.PROPOSE);
        proposals.lock(id);
        var proposal = isInState(id, ProposalState.SIGNED, ProposalState.RUNNING);
        if (proposal.isEmpty()) {
            return Optional.empty();
        }
        tell(agent, id, RetentionFact.STARTED, Map.of());
        return Optional.of(
                askForWork.ask(agent, EliminateWork.of(proposal.get())).id());
    }

    private Optional<Proposal> isInState(ProposalId id, ProposalState... states) {
        return proposals.byId(id).filter(found -> List.of(states).contains(found.state()));
    }

    private void tell(Actor.Agent agent, ProposalId id, RetentionFact kind, Map<String, String> details) {
        history.add(Fact.of(id.value(), kind.code(), clock.instant(), agent, details));
    }
}
