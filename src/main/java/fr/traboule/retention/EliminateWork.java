package fr.traboule.retention;

import fr.traboule.ground.access.Permission;
import fr.traboule.ground.access.Permissions;
import fr.traboule.ground.history.Fact;
import fr.traboule.ground.history.History;
import fr.traboule.ground.works.LongWork;
import fr.traboule.ground.works.NewWork;
import fr.traboule.ground.works.Portion;
import fr.traboule.ground.works.Step;
import fr.traboule.requests.ArchiveRequests;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/**
 * Destroys what is on a list that bears a visa. The database destroys and says what, within the transaction that moves the work
 * on: stopped in the middle it goes on where it was, and the certificate tells what was destroyed, no more and no less.
 */
@Component
class EliminateWork implements LongWork {

    static final String KIND = "retention.carry-out";
    static final int PORTION = 100;
    private static final String PROPOSAL = "proposal";

    private final Proposals proposals;
    private final ArchiveRequests archiveRequests;
    private final History history;
    private final Permissions permissions;
    private final Clock clock;

    EliminateWork(
            Proposals proposals,
            ArchiveRequests archiveRequests,
            History retentionHistory,
            Permissions permissions,
            Clock clock) {
        this.proposals = proposals;
        this.archiveRequests = archiveRequests;
        this.history = retentionHistory;
        this.permissions = permissions;
        this.clock = clock;
    }

    static NewWork of(Proposal proposal) {
        return NewWork.of(KIND)
                .titled(proposal.reference())
                .with(PROPOSAL, proposal.id().value().toString());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String title() {
        return "retention.carryOut.title";
    }

    @Override
    public Permission permission() {
        return RetentionPermission.PROPOSE;
    }

    @Override
    public Optional<String> address(String outcome) {
        return Optional.of(ProposalController.certificateAddress(outcome));
    }

    @Override
    public OptionalLong total(Portion portion) {
        return OptionalLong.of(proposals.extent(proposal(portion)).left());
    }

    @Override
    public Step next(Portion portion) {
        permissions.require(portion.actor(), RetentionPermission.PROPOSE);
        var id = proposal(portion);
        proposals.lock(id);
        var state = proposals.byId(id).map(Proposal::state);
        if (state.equals(Optional.of(ProposalState.DONE))) {
            return end(id);
        }
        var now = clock.instant();
        var destroyed = proposals.destroyNext(id, PORTION, now);
        if (!destroyed.isEmpty()) {
            archiveRequests.tellDestroyed(portion.actor(), destroyed);
            return new Step.On(
                    destroyed.size(), destroyed.getLast().request().value().toString());
        }
        proposals.certify(id, now);
        history.add(Fact.of(id.value(), RetentionFact.DESTROYED.code(), now, portion.actor(), Map.of()));
        return end(id);
    }

    private static Step end(ProposalId id) {
        return new Step.End(0, Optional.of(id.value().toString()));
    }

    private static ProposalId proposal(Portion portion) {
        return ProposalId.of(portion.parameter(PROPOSAL)).orElseThrow();
    }
}
