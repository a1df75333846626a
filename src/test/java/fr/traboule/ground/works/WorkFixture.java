package fr.traboule.ground.works;

import static org.assertj.core.api.Assertions.assertThat;

import fr.traboule.ground.access.AccountId;
import fr.traboule.ground.access.Accounts;
import fr.traboule.ground.access.Permissions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Long works for the tests, run at once and by hand: no job of the tests runs by itself. */
@TestComponent
public class WorkFixture {

    final WorkBook book;
    final JdbcClient jdbc;
    private final WorkKinds kinds;
    private final Accounts accounts;
    private final Permissions permissions;
    private final TransactionTemplate transaction;

    public WorkFixture(
            WorkBook book,
            WorkKinds kinds,
            Accounts accounts,
            Permissions permissions,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.book = book;
        this.kinds = kinds;
        this.accounts = accounts;
        this.permissions = permissions;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Does one turn of a work of the program's own kinds, as its job does. @return whether there is more to do */
    public boolean run(WorkId id) {
        return runner(kinds, Clock.systemUTC()).run(id, () -> false, false);
    }

    /** How many of a work that is done. */
    public long done(WorkId id) {
        var work = work(id);
        assertThat(work.state()).isEqualTo(WorkState.DONE);
        return work.progress().done();
    }

    /** One that runs and is that far, and stands nowhere. */
    public static Work unsaved(Progress progress) {
        return new Work(
                WorkId.next(),
                "test.unsaved",
                List.of(),
                Map.of(),
                false,
                Optional.empty(),
                Instant.EPOCH,
                WorkState.RUNNING,
                Optional.empty(),
                1,
                progress,
                Optional.empty(),
                Optional.empty(),
                Optional.of(Instant.EPOCH),
                Optional.of(Instant.EPOCH),
                Optional.empty(),
                Optional.empty(),
                1);
    }

    /** A new work of that kind, with the runner that knows it. */
    WorkId add(LongWork kind) {
        return add(NewWork.of(kind.kind()), Optional.empty());
    }

    WorkId add(NewWork wanted, Optional<AccountId> askedBy) {
        var id = WorkId.next();
        transaction.executeWithoutResult(
                status -> book.add(id, wanted, askedBy, Clock.systemUTC().instant()));
        return id;
    }

    RunWork runner(LongWork kind) {
        return runner(kind, Clock.systemUTC());
    }

    RunWork runner(LongWork kind, Clock clock) {
        return runner(kinds(kind), clock);
    }

    AskForWork asking(LongWork kind) {
        return new AskForWork(book, kinds(kind), permissions, Clock.systemUTC());
    }

    Work work(WorkId id) {
        return book.byId(id).orElseThrow();
    }

    List<String> jobs(WorkId id) {
        return jdbc.sql("select task_instance from ground.job where task_instance like ? order by 1")
                .param(id.value() + "/%")
                .query(String.class)
                .list();
    }

    private RunWork runner(WorkKinds known, Clock clock) {
        return new RunWork(book, known, accounts, transaction, clock);
    }

    private static WorkKinds kinds(LongWork kind) {
        return new WorkKinds(new ObjectProvider<>() {
            @Override
            public Stream<LongWork> stream() {
                return Stream.of(kind);
            }
        });
    }
}
