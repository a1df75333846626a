package fr.traboule.requests;

import fr.traboule.ground.access.Permission;
import fr.traboule.ground.works.LongWork;
import fr.traboule.ground.works.Portion;
import fr.traboule.ground.works.Step;
import fr.traboule.ground.works.WorkPermission;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Writes the rows of queues and search again, after a change of what they are made of. Queues and search go on meanwhile. */
@Component
class RebuildSearchWork implements LongWork {

    static final int MOST = 500;

    private final SearchEntries searchEntries;

    RebuildSearchWork(SearchEntries searchEntries) {
        this.searchEntries = searchEntries;
    }

    @Override
    public String kind() {
        return "requests.rebuild-search";
    }

    @Override
    public String title() {
        return "requests.rebuildSearch.title";
    }

    @Override
    public Permission permission() {
        return WorkPermission.REBUILD;
    }

    @Override
    public Optional<String> byHand() {
        return Optional.of("requests.rebuildSearch.summary");
    }

    @Override
    public OptionalLong total(Portion portion) {
        return OptionalLong.of(searchEntries.count());
    }

    @Override
    public Step next(Portion portion) {
        var after = portion.position().map(UUID::fromString).map(RequestId::new);
        var rebuilt = searchEntries.rebuild(after, MOST);
        return rebuilt.size() < MOST
                ? new Step.End(rebuilt.size())
                : new Step.On(rebuilt.size(), rebuilt.getLast().value().toString());
    }
}
