package fr.traboule.ground.access;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets old attempts, links and challenges. */
@Configuration(proxyBeanMethods = false)
class AccessJobs {

    private static final Duration KEPT = Duration.ofDays(1);

    @Bean
    RecurringTask<Void> forgetAttemptsJob(Throttle throttle) {
        return Tasks.recurring("forget-attempts", FixedDelay.ofHours(1))
                .execute((instance, context) -> throttle.forgetOlderThan(KEPT));
    }

    @Bean
    RecurringTask<Void> forgetPasswordLinksJob(PasswordLinks links) {
        return Tasks.recurring("forget-password-links", FixedDelay.ofHours(1))
                .execute((instance, context) -> links.forgetExpired());
    }

    @Bean
    RecurringTask<Void> forgetPasskeyChallengesJob(PasskeyChallenges challenges) {
        return Tasks.recurring("forget-passkey-challenges", FixedDelay.ofHours(1))
                .execute((instance, context) -> challenges.forgetExpired());
    }
}
