package fr.traboule.ground.history;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the months of the access logs before they begin. */
@Configuration(proxyBeanMethods = false)
class HistoryJobs {

    private static final Duration BETWEEN = Duration.ofHours(12);

    @Bean
    RecurringTask<Void> prepareAccessLogMonthsJob(List<AccessLog> logs, Clock clock) {
        return Tasks.recurring("prepare-access-log-months", FixedDelay.of(BETWEEN))
                .execute((instance, context) -> logs.forEach(log -> log.prepareMonths(clock.instant())));
    }
}
