package fr.traboule.retention;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import fr.traboule.calendar.CityTime;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the mere passing of time does to what is kept. */
@Configuration(proxyBeanMethods = false)
class RetentionJobs {

    private static final LocalTime AT_NIGHT = LocalTime.of(2, 30);

    /** In portions: stopped in the middle, it goes on the next time. */
    @Bean
    RecurringTask<Void> archiveRequestsJob(ArchiveDue archiveDue) {
        return Tasks.recurring("archive-requests", Schedules.daily(CityTime.ZONE, AT_NIGHT))
                .execute((instance, context) -> {
                    while (archiveDue.next() > 0 && !context.getSchedulerState().isShuttingDown()) {}
                });
    }
}
