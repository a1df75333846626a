package fr.traboule.residents;

import fr.traboule.ground.history.AccessLog;
import fr.traboule.ground.history.History;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The ground's services, for the schema of residents. */
@Configuration(proxyBeanMethods = false)
class ResidentsConfiguration {

    private static final String SCHEMA = "residents";

    @Bean
    History residentsHistory(JdbcClient jdbc, JsonMapper json) {
        return new History(SCHEMA, jdbc, json);
    }

    @Bean
    AccessLog residentsAccessLog(JdbcClient jdbc) {
        return new AccessLog(SCHEMA, jdbc);
    }
}
