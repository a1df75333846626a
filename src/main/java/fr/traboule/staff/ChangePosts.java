package fr.traboule.staff;

import fr.traboule.city.Directory;
import fr.traboule.city.Posts;
import fr.traboule.city.UnitId;
import fr.traboule.ground.access.AccountId;
import fr.traboule.ground.access.Accounts;
import fr.traboule.ground.access.Actor;
import fr.traboule.records.Change.Origin;
import fr.traboule.records.Changes;
import fr.traboule.records.Line;
import fr.traboule.records.Proposal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Says where people work from now on: one change of the city's records, whether it is about one of them or about all. */
@Component
class ChangePosts {

    private final Changes changes;
    private final PostRecords records;
    private final Posts posts;
    private final Accounts accounts;
    private final Directory directory;

    ChangePosts(Changes changes, PostRecords records, Posts posts, Accounts accounts, Directory directory) {
        this.changes = changes;
        this.records = records;
        this.posts = posts;
        this.accounts = accounts;
        this.directory = directory;
    }

    /** In the transaction that is open. */
    void become(Actor actor, Map<AccountId, Set<UnitId>> wanted) {
        var proposal = new Proposal(Origin.PAGE, Optional.empty());
        wanted.forEach((account, units) -> propose(proposal, account, units));
        var outcome = changes.applyAtOnce(actor, StaffPermission.MANAGE_ACCOUNTS, proposal);
        if (outcome instanceof Changes.Refused) {
            throw new IllegalStateException("An open account and a unit make a post");
        }
    }

    private void propose(Proposal proposal, AccountId account, Set<UnitId> units) {
        var email = accounts.byId(account).orElseThrow().email();
        var now = posts.of(account);
        units.stream().filter(unit -> !now.contains(unit)).forEach(unit -> proposal.write(records, line(email, unit)));
        now.stream().filter(unit -> !units.contains(unit)).forEach(unit -> proposal.remove(records, key(email, unit)));
    }

    private Line line(String email, UnitId unit) {
        return new Line(records.name(), 0, Map.of(PostRecords.AGENT, email, PostRecords.UNIT, code(unit)));
    }

    private String key(String email, UnitId unit) {
        return records.keyOf(line(email, unit));
    }

    private String code(UnitId unit) {
        return directory.unit(unit).code();
    }
}
