package fr.traboule.reception;

import fr.traboule.ground.history.AccessLog;
import fr.traboule.ground.history.History;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The ground's services, for the schema of the reception. */
@Configuration(proxyBeanMethods = false)
class ReceptionConfiguration {

    private static final String SCHEMA = "reception";

    @Bean
    History receptionHistory(JdbcClient jdbc, JsonMapper json) {
        return new History(SCHEMA, jdbc, json);
    }

    @Bean
    AccessLog receptionAccessLog(JdbcClient jdbc) {
        return new AccessLog(SCHEMA, jdbc);
    }
}
