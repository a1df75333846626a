package fr.traboule.bulk;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import fr.traboule.desk.QueueAct;
import fr.traboule.requests.RequestPermission;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What the queue offers for several requests, and how long batches are kept. */
@Configuration(proxyBeanMethods = false)
class BulkConfiguration {

    @Bean
    @Order(1)
    static QueueAct answerTogether() {
        return new QueueAct(BulkController.ADDRESS + "/repondre", "bulk.choose.answer", RequestPermission.HANDLE);
    }

    @Bean
    @Order(2)
    static QueueAct assignTogether() {
        return new QueueAct(BulkController.ADDRESS + "/confier", "bulk.choose.assign", RequestPermission.HANDLE);
    }

    @Bean
    static RecurringTask<Void> forgetBatchesJob(PrepareBatch batches) {
        return Tasks.recurring("forget-batches", FixedDelay.ofHours(6))
                .execute((instance, context) -> batches.forget());
    }
}
