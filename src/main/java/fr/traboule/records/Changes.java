package fr.traboule.records;

import fr.traboule.calendar.CityTime;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permission;
import fr.traboule.ground.access.Permissions;
import fr.traboule.ground.history.Fact;
import fr.traboule.ground.history.History;
import fr.traboule.records.Change.Origin;
import fr.traboule.records.Change.State;
import fr.traboule.records.ImportProblem.Problem;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Changes of the city's records: rehearsed and shown first, then applied whole or not at all, on the spot or on their day; and
 * undone, as long as nobody changed the same thing since.
 */
@Service
public class Changes {

    /** Lines that a page may wait for; a long work is for more. */
    public static final int AT_ONCE = 5_000;

    private static final LongConsumer UNHEARD = told -> {};

    private final Performer performer;
    private final JdbcChanges changes;
    private final TransactionTemplate whole;
    private final Permissions permissions;
    private final History history;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Changes(
            Performer performer,
            JdbcChanges changes,
            PlatformTransactionManager transactions,
            Permissions permissions,
            History recordsHistory,
            ApplicationEventPublisher events,
            Clock clock) {
        this.performer = performer;
        this.changes = changes;
        this.whole = new TransactionTemplate(transactions);
        this.whole.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.permissions = permissions;
        this.history = recordsHistory;
        this.events = events;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Outcome {}

    /** It can be looked at. */
    public record Drafted(ChangeId id) implements Outcome {}

    /** Everything is so already. */
    public record NothingToChange() implements Outcome {}

    public record Refused(List<Problem> problems) implements Outcome {}

    public record Applied() implements Outcome {}

    /** It waits for its day. */
    public record Prepared() implements Outcome {}

    /** Somebody decided about it meanwhile. */
    public record DecidedMeanwhile() implements Outcome {}

    /** A change as somebody saw it. */
    public record Seen(ChangeId id, int version) {}

    /** Rehearses it and keeps what it would do, for somebody to look at. */
    public Outcome draft(Actor actor, Proposal proposal) {
        return draft(actor, proposal, UNHEARD);
    }

    /** @param told how many lines are done, as it goes */
    public Outcome draft(Actor actor, Proposal proposal, LongConsumer told) {
        permissions.require(actor, RecordsPermission.CHANGE);
        var made = new JdbcChanges.New(proposal.origin(), proposal.reason(), actor.actingAccount(), Optional.empty());
        return draft(made, proposal.work(), told);
    }

    /** What takes back a change that was applied, for somebody to look at. */
    public Outcome draftUndoing(Actor actor, ChangeId applied) {
        return draftUndoing(actor, applied, UNHEARD);
    }

    /** @param told how many lines are done, as it goes */
    public Outcome draftUndoing(Actor actor, ChangeId applied, LongConsumer told) {
        permissions.require(actor, RecordsPermission.CHANGE);
        if (changes.byId(applied)
                .filter(change -> change.state() == State.APPLIED && !change.isUndone())
                .isEmpty()) {
            return new DecidedMeanwhile();
        }
        var inverse = changes.edits(applied).stream().map(Edit::inverse).toList();
        var made = new JdbcChanges.New(Origin.UNDO, Optional.empty(), actor.actingAccount(), Optional.of(applied));
        return draft(made, Work.again(inverse), told);
    }

    /** Half of the time goes into rehearsing, the other half into keeping what was found. */
    private Outcome draft(JdbcChanges.New made, Work work, LongConsumer told) {
        var rehearsed = rehearse(work, line -> told.accept(line / 2));
        if (!rehearsed.problems().isEmpty()) {
            return new Refused(rehearsed.problems());
        }
        if (rehearsed.edits().isEmpty()) {
            return new NothingToChange();
        }
        var half = rehearsed.edits().size() / 2;
        return whole(status -> new Drafted(
                changes.add(made, rehearsed.edits(), clock.instant(), edit -> told.accept(half + edit / 2))));
    }

    private Performer.Result rehearse(Work work, LongConsumer told) {
        return whole(status -> {
            var result = performer.perform(work, told);
            status.setRollbackOnly();
            return result;
        });
    }

    /** Now, or on that day from its first minute on. */
    public Outcome decide(Actor actor, Seen seen, Optional<LocalDate> day) {
        return day.filter(due -> due.isAfter(CityTime.day(clock.instant())))
                .map(due -> prepare(actor, seen, due))
                .orElseGet(() -> apply(actor, seen, UNHEARD));
    }

    private Outcome prepare(Actor actor, Seen seen, LocalDate due) {
        permissions.require(actor, RecordsPermission.CHANGE);
        return whole(status -> become(actor, seen, State.PREPARED, due, RecordsFact.PREPARED, clock.instant())
                ? new Prepared()
                : new DecidedMeanwhile());
    }

    public Outcome discard(Actor actor, Seen seen) {
        permissions.require(actor, RecordsPermission.CHANGE);
        return whole(status -> become(actor, seen, State.DISCARDED, null, RecordsFact.DISCARDED, clock.instant())
                ? new Applied()
                : new DecidedMeanwhile());
    }

    /**
     * Now.
     *
     * @param told how many lines are done, as it goes
     */
    public Outcome apply(Actor actor, Seen seen, LongConsumer told) {
        permissions.require(actor, RecordsPermission.CHANGE);
        var now = clock.instant();
        return whole(status -> {
            if (!become(actor, seen, State.APPLIED, null, RecordsFact.APPLIED, now)) {
                return new DecidedMeanwhile();
            }
            var result = performer.perform(Work.again(changes.edits(seen.id())), told);
            if (!result.problems().isEmpty()) {
                status.setRollbackOnly();
                return new Refused(result.problems());
            }
            return new Applied();
        });
    }

    /** Those whose day has come. One that no longer fits is set aside with its reasons, for somebody to look at. */
    void applyDue() {
        for (var due : changes.due(CityTime.day(clock.instant()))) {
            var seen = new Seen(due.id(), due.version());
            if (apply(new Actor.Program(), seen, UNHEARD) instanceof Refused refused) {
                whole(status -> {
                    changes.block(seen, refused.problems());
                    history.add(Fact.of(
                            due.id().value(),
                            RecordsFact.BLOCKED.code(),
                            clock.instant(),
                            new Actor.Program(),
                            Map.of()));
                    return seen;
                });
            }
        }
    }

    /** Applies at once what somebody saw whole before they said so, on a page of the module that holds the records. */
    public Outcome applyAtOnce(Actor actor, Permission permission, Proposal proposal) {
        permissions.require(actor, permission);
        return perform(actor, proposal);
    }

    /** Applies at once what nobody has to look at: a folder that the program was given. */
    Outcome applyAtOnce(Proposal proposal) {
        return perform(new Actor.Program(), proposal);
    }

    private Outcome perform(Actor actor, Proposal proposal) {
        return whole(status -> {
            var result = performer.perform(proposal.work(), UNHEARD);
            if (!result.problems().isEmpty()) {
                status.setRollbackOnly();
                return new Refused(result.problems());
            }
            if (result.edits().isEmpty()) {
                return new NothingToChange();
            }
            var made =
                    new JdbcChanges.New(proposal.origin(), proposal.reason(), actor.actingAccount(), Optional.empty());
            var id = changes.add(made, result.edits(), clock.instant(), UNHEARD);
            become(actor, new Seen(id, 0), State.APPLIED, null, RecordsFact.APPLIED, clock.instant());
            return new Applied();
        });
    }

    private boolean become(Actor actor, Seen seen, State state, @Nullable LocalDate due, RecordsFact fact, Instant at) {
        if (!changes.become(seen, state, due, at)) {
            return false;
        }
        history.add(Fact.of(seen.id().value(), fact.code(), at, actor, Map.of()));
        return true;
    }

    /** In one transaction; whatever came of it, what is remembered of the records is read again. */
    private <T> T whole(Function<TransactionStatus, T> act) {
        try {
            return Objects.requireNonNull(whole.execute(act::apply));
        } finally {
            readAgain();
        }
    }

    /** Once nothing is under way any more: what is not committed may never be. */
    private void readAgain() {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    events.publishEvent(new RecordsChanged());
                }
            });
        } else {
            events.publishEvent(new RecordsChanged());
        }
    }
}
