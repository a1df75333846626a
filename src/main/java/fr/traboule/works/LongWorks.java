package fr.traboule.works;

import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.ground.works.AskForWork;
import fr.traboule.ground.works.LongWork;
import fr.traboule.ground.works.NewWork;
import fr.traboule.ground.works.Work;
import fr.traboule.ground.works.WorkBook;
import fr.traboule.ground.works.WorkId;
import fr.traboule.ground.works.WorkKinds;
import fr.traboule.ground.works.WorkPermission;
import fr.traboule.web.NotFound;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Long works, for whoever looks after the program, and each of them for whoever asked for it. What a work made is for whoever
 * asked alone: it may hold what an administrator does not read.
 */
@Service
public class LongWorks {

    private static final Logger log = LoggerFactory.getLogger(LongWorks.class);
    private static final int MOST = 20;

    private final WorkBook book;
    private final WorkKinds kinds;
    private final WorkViews views;
    private final AskForWork askForWork;
    private final Permissions permissions;
    private final Clock clock;

    LongWorks(
            WorkBook book,
            WorkKinds kinds,
            WorkViews views,
            AskForWork askForWork,
            Permissions permissions,
            Clock clock) {
        this.book = book;
        this.kinds = kinds;
        this.views = views;
        this.askForWork = askForWork;
        this.permissions = permissions;
        this.clock = clock;
    }

    /** A file, to be read once. */
    record Download(WorkView work, InputStream content) {}

    public List<WorkView> latest(Actor actor) {
        permissions.require(actor, WorkPermission.OVERSEE);
        return book.latest(MOST).stream().map(work -> views.of(actor, work)).toList();
    }

    /** The kinds that this reader may ask for on the page. */
    public List<LongWork> byHand(Actor actor) {
        return kinds.byHand().stream()
                .filter(kind -> permissions.allow(actor, kind.permission()))
                .toList();
    }

    /** The work asked for, or the one of its kind that is under way already. */
    @Transactional
    public AskForWork.Outcome ask(Actor actor, String kind) {
        var asked = kinds.byHand().stream()
                .filter(each -> each.kind().equals(kind))
                .findFirst()
                .orElseThrow(NotFound::new);
        return askForWork.ask(actor, NewWork.of(asked.kind()).onlyOne());
    }

    WorkView show(Actor actor, WorkId id) {
        return views.of(actor, seen(actor, id));
    }

    @Transactional
    public boolean cancel(Actor actor, WorkId id) {
        seen(actor, id);
        tell(actor, "Work cancelled", id);
        return book.cancel(id, clock.instant());
    }

    @Transactional
    public boolean retry(Actor actor, WorkId id) {
        seen(actor, id);
        tell(actor, "Work tried again", id);
        return book.retry(id, clock.instant());
    }

    Download download(Actor actor, WorkId id) {
        var view = show(actor, id);
        if (!view.downloadable()) {
            throw new NotFound();
        }
        return new Download(view, book.read(id));
    }

    private Work seen(Actor actor, WorkId id) {
        return book.byId(id)
                .filter(work -> WorkViews.isOwn(actor, work) || permissions.allow(actor, WorkPermission.OVERSEE))
                .orElseThrow(NotFound::new);
    }

    private static void tell(Actor actor, String what, WorkId work) {
        log.atInfo()
                .addKeyValue(
                        "account", actor.actingAccount().map(Object::toString).orElse("program"))
                .addKeyValue("work", work.value())
                .log(what);
    }
}
