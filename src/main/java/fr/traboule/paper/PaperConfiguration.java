package fr.traboule.paper;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import fr.traboule.ground.files.FileStorage;
import fr.traboule.ground.files.FileStore;
import fr.traboule.ground.history.AccessLog;
import fr.traboule.ground.history.History;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The ground's services, for the schema of paper, and the job that empties the drop folder. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LettersSettings.class)
class PaperConfiguration {

    private static final String SCHEMA = "paper";

    @Bean
    History paperHistory(JdbcClient jdbc, JsonMapper json) {
        return new History(SCHEMA, jdbc, json);
    }

    @Bean
    AccessLog paperAccessLog(JdbcClient jdbc) {
        return new AccessLog(SCHEMA, jdbc);
    }

    /** For what cannot be opened: kept as it came. */
    @Bean
    FileStore paperFiles(JdbcClient jdbc, TransactionTemplate transaction, FileStorage storage) {
        return new FileStore(SCHEMA, jdbc, transaction, storage);
    }

    @Bean
    static RecurringTask<Void> emptyLettersFolderJob(LettersFolder folder) {
        return Tasks.recurring("empty-letters-folder", FixedDelay.ofSeconds(15))
                .execute((instance, context) -> folder.empty());
    }
}
