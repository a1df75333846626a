package fr.traboule.requests;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What happens to requests by the mere passing of time. */
@Configuration(proxyBeanMethods = false)
class RequestsJobs {

    @Bean
    RecurringTask<Void> followClosedUnitsJob(MoveWithUnit moveWithUnit) {
        return Tasks.recurring("follow-closed-units", FixedDelay.ofMinutes(5))
                .execute((instance, context) -> moveWithUnit.moveWhatCameMeanwhile());
    }

    /** Many may have the same day: each turn takes some. */
    @Bean
    RecurringTask<Void> remindPeopleJob(WaitForOthers waitForOthers) {
        return Tasks.recurring("remind-people", FixedDelay.ofHours(1)).execute((instance, context) -> {
            while (waitForOthers.remind() > 0 && !context.getSchedulerState().isShuttingDown()) {}
        });
    }
}
