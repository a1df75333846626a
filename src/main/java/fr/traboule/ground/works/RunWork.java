package fr.traboule.ground.works;

import fr.traboule.ground.access.Account;
import fr.traboule.ground.access.AccountId;
import fr.traboule.ground.access.Accounts;
import fr.traboule.ground.access.Actor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs a work portion by portion, for a while: then other jobs have their turn. Whoever takes a work puts whoever had it out,
 * so that however many run the same one, each portion has effect once.
 */
@Service
class RunWork {

    private static final Logger log = LoggerFactory.getLogger(RunWork.class);
    private static final Duration TURN = Duration.ofSeconds(10);
    private static final Duration OFTEN_ENOUGH = Duration.ofMillis(500);

    /** In the middle of a portion: somebody cancelled the work, or another machine has it. */
    private static final class Interrupted extends RuntimeException {}

    private final WorkBook book;
    private final WorkKinds kinds;
    private final Accounts accounts;
    private final TransactionTemplate transaction;
    private final TransactionTemplate beside;
    private final Clock clock;

    RunWork(WorkBook book, WorkKinds kinds, Accounts accounts, TransactionTemplate transaction, Clock clock) {
        this.book = book;
        this.kinds = kinds;
        this.accounts = accounts;
        this.transaction = transaction;
        this.beside = new TransactionTemplate(Objects.requireNonNull(transaction.getTransactionManager()));
        this.beside.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /**
     * @param stopping whether this machine is about to stop
     * @param lastTry whether a breakdown of the database counts as the work's failure: it has been away for long
     * @return whether there is more to do
     */
    boolean run(WorkId id, BooleanSupplier stopping, boolean lastTry) {
        var until = clock.instant().plus(TURN);
        var taken = book.take(id, clock.instant());
        while (taken.isPresent()) {
            var work = taken.get();
            if (work.state() == WorkState.CANCELLING) {
                transaction.executeWithoutResult(status -> book.endCancelled(work, clock.instant()));
                return false;
            }
            taken = moved(work, lastTry).filter(next -> next.state().isUnderWay());
            if (taken.isPresent() && (stopping.getAsBoolean() || clock.instant().isAfter(until))) {
                return true;
            }
        }
        return false;
    }

    private Optional<Work> moved(Work work, boolean lastTry) {
        try {
            return work.progress().portions() == 0 ? counted(work).flatMap(this::portionOf) : portionOf(work);
        } catch (Interrupted interrupted) {
            return book.byId(work.id()).filter(now -> now.version() == work.version());
        } catch (RuntimeException failure) {
            if (isBreakdown(failure) && !lastTry) {
                throw failure;
            }
            fail(work, failure);
            return Optional.empty();
        }
    }

    private Optional<Work> counted(Work work) {
        return transaction.execute(status -> {
            var total = kind(work).total(new Portion(work, actor(work), told -> {}));
            return book.count(work, total);
        });
    }

    private Optional<Work> portionOf(Work work) {
        return transaction.execute(status -> {
            var portion = new Portion(work, actor(work), listening(work));
            var step = kind(work).next(portion);
            var moved = book.move(work, step, portion.written(), clock.instant());
            if (moved.isEmpty()) {
                status.setRollbackOnly();
            }
            return moved;
        });
    }

    /** In a transaction of its own: whoever follows the work sees it at once. */
    private LongConsumer listening(Work work) {
        var last = new Instant[] {clock.instant()};
        return told -> {
            var now = clock.instant();
            if (now.isBefore(last[0].plus(OFTEN_ENOUGH))) {
                return;
            }
            last[0] = now;
            if (!Boolean.TRUE.equals(beside.execute(status -> book.tell(work, told, now)))) {
                throw new Interrupted();
            }
        };
    }

    private LongWork kind(Work work) {
        return kinds.find(work.kind())
                .orElseThrow(() -> new IllegalStateException("Nobody does works of kind " + work.kind()));
    }

    /** What somebody may no longer do, their work does no more either. */
    private Actor actor(Work work) {
        return work.askedBy().<Actor>map(this::agent).orElseGet(Actor.Program::new);
    }

    private Actor.Agent agent(AccountId id) {
        var roles = accounts.byId(id).filter(account -> !account.isClosed()).map(Account::roles);
        return new Actor.Agent(id, roles.orElse(Set.of()));
    }

    /** The database, not the work: it is tried again by itself. */
    private static boolean isBreakdown(RuntimeException failure) {
        return failure instanceof TransientDataAccessException
                || failure instanceof DataAccessResourceFailureException
                || failure instanceof TransactionException;
    }

    /** Of the failure, only its class is kept: its text may name a person. */
    private void fail(Work work, RuntimeException failure) {
        var reason = failure.getClass().getSimpleName();
        book.fail(work, reason, clock.instant());
        log.atError()
                .addKeyValue("work", work.id().value())
                .addKeyValue("kind", work.kind())
                .addKeyValue("error", reason)
                .log("Work failed");
    }
}
