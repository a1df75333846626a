package fr.traboule.works;

import fr.traboule.ground.access.AccountId;
import fr.traboule.ground.access.AccountNames;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.ground.works.LongWork;
import fr.traboule.ground.works.Work;
import fr.traboule.ground.works.WorkBook;
import fr.traboule.ground.works.WorkId;
import fr.traboule.ground.works.WorkKinds;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes long works ready to be shown. */
@Component
public class WorkViews {

    /** Longer than a portion takes, and than another machine takes to find that one is gone. */
    private static final Duration SILENT = Duration.ofMinutes(2);

    private final WorkBook book;
    private final WorkKinds kinds;
    private final AccountNames names;
    private final Permissions permissions;
    private final Clock clock;

    WorkViews(WorkBook book, WorkKinds kinds, AccountNames names, Permissions permissions, Clock clock) {
        this.book = book;
        this.kinds = kinds;
        this.names = names;
        this.permissions = permissions;
        this.clock = clock;
    }

    /** The reader's own works of one kind, the last first: for the page from which they are asked for. */
    public List<WorkView> askedBy(Actor reader, String kind, int most) {
        return reader.actingAccount().map(account -> book.askedBy(account, kind, most)).orElse(List.of()).stream()
                .map(work -> of(reader, work))
                .toList();
    }

    /** A work that another page speaks of; empty once it is forgotten. */
    public Optional<WorkView> of(Actor reader, WorkId id) {
        return book.byId(id).map(work -> of(reader, work));
    }

    WorkView of(Actor reader, Work work) {
        var kind = kinds.find(work.kind());
        var now = clock.instant();
        return new WorkView(
                work,
                kind.map(LongWork::title),
                work.askedBy().map(names::of),
                work.heardAt()
                        .filter(at ->
                                work.state().isUnderWay() && at.plus(SILENT).isBefore(now)),
                isOwn(reader, work)
                        && kind.filter(each -> permissions.allow(reader, each.permission()))
                                .isPresent()
                        && work.fileUntil().filter(now::isBefore).isPresent(),
                isOwn(reader, work) ? kind.flatMap(each -> work.outcome().flatMap(each::address)) : Optional.empty());
    }

    static boolean isOwn(Actor reader, Work work) {
        Optional<AccountId> account = reader.actingAccount();
        return account.isPresent() && account.equals(work.askedBy());
    }
}
