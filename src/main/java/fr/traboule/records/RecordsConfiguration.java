package fr.traboule.records;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import fr.traboule.ground.history.History;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The ground's services, for the schema of records, and its job. */
@Configuration(proxyBeanMethods = false)
class RecordsConfiguration {

    /** How late after midnight a prepared change may hold. */
    private static final Duration BETWEEN = Duration.ofMinutes(1);

    @Bean
    History recordsHistory(JdbcClient jdbc, JsonMapper json) {
        return new History("records", jdbc, json);
    }

    @Bean
    RecurringTask<Void> applyDueChangesJob(Changes changes) {
        return Tasks.recurring("records-due-changes", FixedDelay.of(BETWEEN))
                .execute((instance, context) -> changes.applyDue());
    }
}
