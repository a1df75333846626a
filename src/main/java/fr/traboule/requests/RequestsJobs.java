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

    /** Requests that came since; after an update of the program, all of them. */
    @Bean
    RecurringTask<Void> learnWordsJob(KnownWords words) {
        return Tasks.recurring("learn-words", FixedDelay.ofSeconds(30)).execute((instance, context) -> {
            while (words.learn() > 0 && !context.getSchedulerState().isShuttingDown()) {}
        });
    }

    @Bean
    RecurringTask<Void> forgetWordsJob(KnownWords words) {
        return Tasks.recurring("forget-words", FixedDelay.ofHours(6)).execute((instance, context) -> {
            while (words.forget() > 0 && !context.getSchedulerState().isShuttingDown()) {}
        });
    }

    /** Many may have the same day: each turn takes some. */
    @Bean
    RecurringTask<Void> remindPeopleJob(WaitForOthers waitForOthers) {
        return Tasks.recurring("remind-people", FixedDelay.ofHours(1)).execute((instance, context) -> {
            while (waitForOthers.remind() > 0 && !context.getSchedulerState().isShuttingDown()) {}
        });
    }
}
