package fr.traboule.reception;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import fr.traboule.ground.history.AccessLog;
import fr.traboule.ground.history.History;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The ground's services, for the schema of the reception. */
@Configuration(proxyBeanMethods = false)
class ReceptionConfiguration {

    private static final String SCHEMA = "reception";

    @Bean
    History receptionHistory(JdbcClient jdbc, JsonMapper json) {
        return new History(SCHEMA, jdbc, json);
    }

    @Bean
    AccessLog receptionAccessLog(JdbcClient jdbc) {
        return new AccessLog(SCHEMA, jdbc);
    }

    @Bean
    static RecurringTask<Void> expireDraftsJob(KeepDrafts keepDrafts) {
        return Tasks.recurring("expire-drafts", FixedDelay.ofHours(1)).execute((instance, context) -> {
            while (keepDrafts.expire() > 0 && !context.getSchedulerState().isShuttingDown()) {}
        });
    }
}
