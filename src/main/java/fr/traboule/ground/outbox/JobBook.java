package fr.traboule.ground.outbox;

import com.github.f4b6a3.uuid.UuidCreator;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The jobs of the program as their table tells them, on whatever machine they run. */
@Repository
public class JobBook {

    private static final Duration FAILURES_KEPT = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final Clock clock;

    JobBook(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One job.
     *
     * @param running since some machine took it and has not given it back
     * @param failures in a row, up to now
     * @param reason class of the last failure
     */
    public record Job(
            String name,
            String instance,
            Instant next,
            boolean running,
            Optional<Instant> lastSuccess,
            Optional<Instant> lastFailure,
            int failures,
            Optional<String> reason) {}

    /** The regular ones: those that do one thing once are told where that thing is. */
    public List<Job> all() {
        return jdbc.sql("""
                        select j.task_name, j.task_instance, j.execution_time, j.picked, j.last_success, j.last_failure,
                               coalesce(j.consecutive_failures, 0) as failures,
                               (select f.reason from ground.job_failure f
                                 where f.task_name = j.task_name order by f.failed_at desc limit 1) as reason
                          from ground.job j
                         where j.task_instance = ?
                         order by j.task_name, j.task_instance
                        """).param(RecurringTask.INSTANCE).query(JobBook::job).list();
    }

    /** @return false if it runs right now, or is not there */
    public boolean runNow(String name) {
        return jdbc.sql("""
                        update ground.job set execution_time = ?, version = version + 1
                         where task_name = ? and task_instance = ? and not picked
                        """)
                        .params(Timestamp.from(clock.instant()), name, RecurringTask.INSTANCE)
                        .update()
                > 0;
    }

    void failed(String name, String reason) {
        jdbc.sql("insert into ground.job_failure (id, task_name, failed_at, reason) values (?, ?, ?, ?)")
                .params(UuidCreator.getTimeOrderedEpoch(), name, Timestamp.from(clock.instant()), reason)
                .update();
        jdbc.sql("delete from ground.job_failure where task_name = ? and failed_at < ?")
                .params(name, Timestamp.from(clock.instant().minus(FAILURES_KEPT)))
                .update();
    }

    private static Job job(ResultSet row, int number) throws SQLException {
        return new Job(
                row.getString("task_name"),
                row.getString("task_instance"),
                row.getTimestamp("execution_time").toInstant(),
                row.getBoolean("picked"),
                instant(row.getTimestamp("last_success")),
                instant(row.getTimestamp("last_failure")),
                row.getInt("failures"),
                Optional.ofNullable(row.getString("reason")));
    }

    private static Optional<Instant> instant(@Nullable Timestamp at) {
        return Optional.ofNullable(at).map(Timestamp::toInstant);
    }
}
