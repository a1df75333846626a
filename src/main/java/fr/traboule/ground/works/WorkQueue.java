package fr.traboule.ground.works;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;

/** Puts works among the jobs of the program, in the transaction that asks for them. */
@Component
class WorkQueue {

    static final String JOB = "work";

    private final SchedulerClient jobs;

    WorkQueue(DataSource database, @Value("${db-scheduler.table-name}") String table) {
        jobs = SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(database))
                .tableName(table)
                .build();
    }

    /** Each attempt is a job of its own: the one before may not have been cleared away yet. */
    void put(WorkId id, int attempt, Instant at) {
        jobs.scheduleIfNotExists(new TaskInstance<Void>(JOB, id.value() + "/" + attempt), at);
    }

    static WorkId workOf(String instance) {
        return new WorkId(UUID.fromString(instance.substring(0, instance.indexOf('/'))));
    }
}
