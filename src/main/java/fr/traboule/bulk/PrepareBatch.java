package fr.traboule.bulk;

import fr.traboule.desk.QueueSelection;
import fr.traboule.ground.access.AccountId;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.ground.works.AskForWork;
import fr.traboule.ground.works.WorkBook;
import fr.traboule.ground.works.WorkState;
import fr.traboule.requests.LookAhead;
import fr.traboule.requests.RequestNumber;
import fr.traboule.requests.RequestPermission;
import fr.traboule.web.NotFound;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an agent does with a batch of theirs: say what is to be done, read what will happen, decide, hold back. A batch is its
 * agent's alone; whoever no longer handles requests finds none.
 */
@Service
@Transactional
class PrepareBatch {

    private static final Duration KEPT = Duration.ofDays(30);

    private final Batches batches;
    private final HandleLine handleLine;
    private final LookAhead lookAhead;
    private final AskForWork works;
    private final WorkBook book;
    private final Permissions permissions;
    private final Clock clock;

    PrepareBatch(
            Batches batches,
            HandleLine handleLine,
            LookAhead lookAhead,
            AskForWork works,
            WorkBook book,
            Permissions permissions,
            Clock clock) {
        this.batches = batches;
        this.handleLine = handleLine;
        this.lookAhead = lookAhead;
        this.works = works;
        this.book = book;
        this.permissions = permissions;
        this.clock = clock;
    }

    /** @return empty where the agent sees none of these requests */
    Optional<BatchId> begin(Actor.Agent agent, BulkAct act, List<RequestNumber> numbers) {
        permissions.require(agent, RequestPermission.HANDLE);
        var seen = lookAhead.seen(
                agent, numbers.stream().distinct().limit(QueueSelection.MOST).toList());
        if (seen.isEmpty()) {
            return Optional.empty();
        }
        var id = BatchId.next();
        batches.add(id, agent.account(), act, clock.instant(), seen);
        return Optional.of(id);
    }

    Batch show(Actor.Agent agent, BatchId id) {
        permissions.require(agent, RequestPermission.HANDLE);
        return batches.byId(id)
                .filter(batch -> batch.account().equals(agent.account()))
                .orElseThrow(NotFound::new);
    }

    /** Theirs, the last first. */
    List<Batch> of(Actor.Agent agent, int most) {
        permissions.require(agent, RequestPermission.HANDLE);
        return batches.of(agent.account(), most);
    }

    /** One of the three, by the act. */
    record Wanted(Optional<AccountId> colleague, Optional<String> model, Optional<String> words) {}

    /** @return false if it was changed in another window, or begun: nothing changes then */
    boolean say(Actor.Agent agent, BatchId id, int version, Wanted wanted) {
        var before = show(agent, id);
        var after = before.ready(wanted.colleague(), wanted.model(), wanted.words());
        if (before.state() == BatchState.STARTED || before.version() != version || !batches.change(after)) {
            return false;
        }
        readAgain(agent, after);
        return true;
    }

    /** What will happen is found out anew: what the agent reads is what they decide on. */
    private void readAgain(Actor.Agent agent, Batch batch) {
        batches.lines(batch.id(), 0, QueueSelection.MOST).forEach(line -> {
            var found = handleLine.ahead(agent, batch, line.seen());
            batches.decideOn(batch.id(), line.position(), found.version(), found.ahead());
        });
    }

    boolean sayAnew(Actor.Agent agent, BatchId id, int version) {
        var before = show(agent, id);
        return before.state() == BatchState.READY && before.version() == version && batches.change(before.draft());
    }

    /** From now on it waits for its time. */
    boolean start(Actor.Agent agent, BatchId id, int version) {
        // two windows may decide at once: only one work must come of it
        batches.lock(id);
        var batch = show(agent, id);
        var possible = batches.ahead(id).getOrDefault(LineResult.DONE, 0);
        if (batch.state() != BatchState.READY || batch.version() != version || possible == 0) {
            return false;
        }
        var work = works.ask(agent, BulkWork.of(batch, batches.count(id))).id();
        return batches.change(
                batch.started(work, clock.instant().plus(batch.act().delay())));
    }

    /**
     * Before its time, nothing has happened, and the agent reads it again. After, it stops where it is.
     *
     * @return false if it was too late for either
     */
    boolean holdBack(Actor.Agent agent, BatchId id) {
        var batch = show(agent, id);
        var work = batch.work();
        if (work.isEmpty() || !book.cancel(work.get(), clock.instant())) {
            return false;
        }
        if (book.byId(work.get())
                .filter(now -> now.state() == WorkState.CANCELLED)
                .isPresent()) {
            batches.change(batch.heldBack());
            readAgain(agent, batch.heldBack());
        }
        return true;
    }

    /** @return false if it was begun: that stays */
    boolean drop(Actor.Agent agent, BatchId id) {
        var batch = show(agent, id);
        if (batch.state() == BatchState.STARTED) {
            return false;
        }
        batches.delete(id);
        return true;
    }

    void forget() {
        batches.forget(clock.instant().minus(KEPT));
    }
}
