package fr.traboule.ground.outbox;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.modulith.events.IncompleteEventPublications;

/** The jobs that drain the outboxes and take unheard facts again: one node at a time runs each. */
@Configuration(proxyBeanMethods = false)
class OutboxJobs {

    private static final Duration BETWEEN_DELIVERIES = Duration.ofSeconds(2);
    private static final Duration BETWEEN_SWEEPS = Duration.ofMinutes(1);
    private static final Duration UNHEARD_FOR = Duration.ofMinutes(5);

    @Bean
    RecurringTask<Void> deliverMessagesJob(DeliverMessages deliverMessages) {
        return Tasks.recurring("deliver-messages", FixedDelay.of(BETWEEN_DELIVERIES))
                .execute((instance, context) -> deliverMessages.deliverAll());
    }

    @Bean
    RecurringTask<Void> retellUnheardFactsJob(IncompleteEventPublications publications) {
        return Tasks.recurring("retell-unheard-facts", FixedDelay.of(BETWEEN_SWEEPS))
                .execute((instance, context) -> publications.resubmitIncompletePublicationsOlderThan(UNHEARD_FOR));
    }
}
