package fr.traboule.retention;

import fr.traboule.ground.history.History;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The ground's services, for the schema of what is kept. */
@Configuration(proxyBeanMethods = false)
class RetentionConfiguration {

    private static final String SCHEMA = "retention";

    @Bean
    History retentionHistory(JdbcClient jdbc, JsonMapper json) {
        return new History(SCHEMA, jdbc, json);
    }
}
