package fr.traboule.staff;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import fr.traboule.ground.history.History;
import fr.traboule.ground.outbox.Outbox;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The ground's services, for the schema of staff, and its job. */
@Configuration(proxyBeanMethods = false)
class StaffConfiguration {

    private static final String SCHEMA = "staff";
    /** Access ends by itself at midnight; what was in hand is handed over within this time. */
    private static final Duration BETWEEN_DEPARTURES = Duration.ofMinutes(5);

    @Bean
    History staffHistory(JdbcClient jdbc, JsonMapper json) {
        return new History(SCHEMA, jdbc, json);
    }

    @Bean
    Outbox staffOutbox(JdbcClient jdbc, TransactionTemplate transaction, JsonMapper json) {
        return new Outbox(SCHEMA, jdbc, transaction, json);
    }

    /** Absences are days: they begin soon after midnight. */
    @Bean
    RecurringTask<Void> absencesJob(Absences absences) {
        return Tasks.recurring("staff-absences", FixedDelay.of(BETWEEN_DEPARTURES))
                .execute((instance, context) -> absences.begin());
    }

    @Bean
    RecurringTask<Void> departuresJob(Departures departures) {
        return Tasks.recurring("staff-departures", FixedDelay.of(BETWEEN_DEPARTURES))
                .execute((instance, context) -> departures.closeThoseWhoLeft());
    }
}
