package fr.traboule.intake;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import fr.traboule.ground.files.FileStore;
import fr.traboule.web.TypedArgument;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives the pages of the intake their door and draft, and sweeps what was left behind. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PostLimits.class)
class IntakeConfiguration implements WebMvcConfigurer {

    private final DraftCookie drafts;

    IntakeConfiguration(@Lazy DraftCookie drafts) {
        this.drafts = drafts;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new TypedArgument<>(Door.class, DraftCookie::door));
        resolvers.add(new TypedArgument<>(Draft.class, drafts::current));
    }

    @Bean
    static RecurringTask<Void> sweepDraftsJob(Drafts drafts, FileStore requestsFiles, Clock clock) {
        return Tasks.recurring("sweep-drafts", FixedDelay.ofHours(1)).execute((instance, context) -> {
            drafts.forgetExpired();
            requestsFiles.sweep(clock.instant().minus(Drafts.KEPT).minus(Duration.ofDays(1)));
        });
    }
}
