package fr.traboule.retention;

import fr.traboule.ground.access.Actor;
import fr.traboule.ground.works.WorkFixture;
import fr.traboule.requests.RequestNumber;
import fr.traboule.retention.DecideElimination.Outcome;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.test.context.TestComponent;

/** Lists of what may be destroyed, at each of their steps. */
@TestComponent
public class EliminationFixture {

    private final ProposeElimination propose;
    private final DecideElimination decide;
    private final Proposals proposals;
    private final KeptFixture fixture;
    private final WorkFixture works;

    EliminationFixture(
            ProposeElimination propose,
            DecideElimination decide,
            Proposals proposals,
            KeptFixture fixture,
            WorkFixture works) {
        this.propose = propose;
        this.decide = decide;
        this.proposals = proposals;
        this.fixture = fixture;
        this.works = works;
    }

    ProposalId proposed(Actor.Agent officer) {
        return propose.propose(officer).orElseThrow();
    }

    ProposalId signed(Actor.Agent officer, Actor.Agent archivist) {
        var list = proposed(officer);
        if (sign(archivist, list) != Outcome.DONE) {
            throw new IllegalStateException("The list cannot be approved");
        }
        return list;
    }

    Outcome sign(Actor.Agent agent, ProposalId list) {
        return decide.sign(agent, list, fixture.today(), "Jeanne Martin, directrice", Optional.of("V-2026-1"));
    }

    void carryOut(Actor.Agent officer, ProposalId list) {
        var work = decide.carryOut(officer, list).orElseThrow();
        while (works.run(work)) {}
        if (state(list) != ProposalState.DONE) {
            throw new IllegalStateException("The list is not carried out");
        }
    }

    ProposalState state(ProposalId list) {
        return proposals.byId(list).orElseThrow().state();
    }

    List<RequestNumber> numbers(ProposalId list) {
        return proposals.entries(list, "", ProposeElimination.MOST).stream()
                .map(ProposalEntry::number)
                .toList();
    }

    Optional<String> outReason(ProposalId list, RequestNumber number) {
        return proposals.entries(list, "", ProposeElimination.MOST).stream()
                .filter(entry -> entry.number().equals(number))
                .findFirst()
                .orElseThrow()
                .out()
                .map(OutReason::code);
    }
}
