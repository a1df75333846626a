package fr.traboule.requests;

import fr.traboule.ground.files.FileStorage;
import fr.traboule.ground.files.FileStore;
import fr.traboule.ground.history.AccessLog;
import fr.traboule.ground.history.History;
import fr.traboule.ground.outbox.Outbox;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The ground's services, for the schema of requests. */
@Configuration(proxyBeanMethods = false)
class RequestsConfiguration {

    static final String SCHEMA = "requests";

    @Bean
    History requestsHistory(JdbcClient jdbc, JsonMapper json) {
        return new History(SCHEMA, jdbc, json);
    }

    @Bean
    AccessLog requestsAccessLog(JdbcClient jdbc) {
        return new AccessLog(SCHEMA, jdbc);
    }

    @Bean
    Outbox requestsOutbox(JdbcClient jdbc, TransactionTemplate transaction, JsonMapper json) {
        return new Outbox(SCHEMA, jdbc, transaction, json);
    }

    @Bean
    FileStore requestsFiles(JdbcClient jdbc, TransactionTemplate transaction, FileStorage storage) {
        return new FileStore(SCHEMA, jdbc, transaction, storage);
    }
}
