package fr.traboule.ground.works;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler.OnFailureRetryLater;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One job for each work, taken over where a machine died; and one that forgets works of long ago. */
@Configuration(proxyBeanMethods = false)
class WorkJobs {

    private static final Duration AFTER_A_BREAKDOWN = Duration.ofSeconds(15);
    private static final int MOST_BREAKDOWNS = 40;
    private static final Duration WORKS_KEPT = Duration.ofDays(30);

    /** Between two turns the job waits like the others: whatever is due first has its turn first. */
    @Bean
    Task<Void> workJob(RunWork runWork) {
        return Tasks.custom(WorkQueue.JOB, Void.class)
                .onDeadExecutionRevive()
                .onFailure(new OnFailureRetryLater<>(AFTER_A_BREAKDOWN))
                .execute((instance, context) -> {
                    var more = runWork.run(
                            WorkQueue.workOf(instance.getId()),
                            context.getSchedulerState()::isShuttingDown,
                            context.getExecution().consecutiveFailures >= MOST_BREAKDOWNS);
                    return more ? again() : (done, job) -> job.remove();
                });
    }

    private static CompletionHandler<Void> again() {
        return (done, job) -> job.reschedule(done, done.getTimeDone());
    }

    @Bean
    RecurringTask<Void> forgetWorksJob(WorkBook book, Clock clock) {
        return Tasks.recurring("forget-works", FixedDelay.ofHours(1)).execute((instance, context) -> {
            var now = clock.instant();
            book.forget(now.minus(Work.KEPT), now.minus(WORKS_KEPT));
        });
    }
}
