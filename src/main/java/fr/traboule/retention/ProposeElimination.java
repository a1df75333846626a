package fr.traboule.retention;

import fr.traboule.calendar.CityTime;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.ground.history.Fact;
import fr.traboule.ground.history.History;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes a list of requests that were kept as long as they had to be, for somebody else to decide about. */
@Service
@Transactional
public class ProposeElimination {

    /** On one list, which people are to read. */
    static final int MOST = 10_000;

    private final Rules rules;
    private final Proposals proposals;
    private final History history;
    private final Permissions permissions;
    private final Clock clock;

    ProposeElimination(
            Rules rules, Proposals proposals, History retentionHistory, Permissions permissions, Clock clock) {
        this.rules = rules;
        this.proposals = proposals;
        this.history = retentionHistory;
        this.permissions = permissions;
        this.clock = clock;
    }

    /**
     * How many there are, up to one more than fit on a list.
     *
     * @param unconfirmed that wait for the archivist to confirm their rule
     */
    record Ready(long due, long unconfirmed) {}

    Ready ready(Actor actor) {
        permissions.require(actor, RetentionPermission.OVERSEE);
        return new Ready(
                proposals.countDue(wanted(Rule::proposes), MOST + 1),
                proposals.countDue(wanted(rule -> !rule.confirmed() && rule.fate() != Fate.KEEP), MOST + 1));
    }

    /** @return empty where there is nothing to propose */
    public Optional<ProposalId> propose(Actor.Agent agent) {
        permissions.require(agent, RetentionPermission.PROPOSE);
        var wanted = wanted(Rule::proposes);
        if (proposals.countDue(wanted, 1) == 0) {
            return Optional.empty();
        }
        var id = ProposalId.next();
        var now = clock.instant();
        proposals.add(id, agent.account(), now);
        var gathered = proposals.gather(id, wanted, MOST);
        history.add(Fact.of(
                id.value(), RetentionFact.PROPOSED.code(), now, agent, Map.of("requests", Integer.toString(gathered))));
        return Optional.of(id);
    }

    private List<Proposals.Wanted> wanted(Predicate<Rule> by) {
        var today = CityTime.day(clock.instant());
        return rules.bySubject().stream()
                .filter(each -> by.test(each.rule()))
                .map(each -> new Proposals.Wanted(each.toEliminate(today), each.rule()))
                .toList();
    }
}
