package fr.traboule.ground.outbox;

import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Keeps why a job failed, for whoever looks after the program. */
@Component
class JobFailures extends AbstractSchedulerListener {

    private final JobBook book;

    JobFailures(@Lazy JobBook book) {
        this.book = book;
    }

    @Override
    public void onExecutionComplete(ExecutionComplete done) {
        done.getCause()
                .ifPresent(cause -> book.failed(
                        done.getExecution().taskInstance.getTaskName(),
                        cause.getClass().getSimpleName()));
    }
}
