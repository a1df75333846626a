package fr.traboule.ground.database;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The three ways into the database, each under a role of its own. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class DatabaseConfiguration {

    private static final int MEDIATION_CONNECTIONS = 4;

    /** Our own PostgreSQL, where no address of another is given. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "traboule.database.url", havingValue = "embedded", matchIfMissing = true)
    static class Embedded {

        @Bean
        DataFolder dataFolder(@Value("${traboule.data}") Path folder) {
            return DataFolder.take(folder.toAbsolutePath());
        }

        @Bean
        Secrets secrets(DataFolder folder) {
            return new Secrets(folder);
        }

        @Bean
        EmbeddedPostgres embeddedPostgres(DataFolder folder, Secrets secrets) {
            return EmbeddedPostgres.start(folder, secrets);
        }

        @Bean
        DatabaseAddress databaseAddress(EmbeddedPostgres postgres, Secrets secrets) {
            return DatabaseRoles.in(postgres.port(), secrets);
        }

        @Bean
        SecretKey secretKey(Secrets secrets) {
            return SecretKey.of(secrets.get("key"));
        }
    }

    /** A PostgreSQL that the city runs; its administrator made the roles, as docs/operations.md says. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "traboule.database.url")
    static class External {

        @Bean
        DatabaseAddress databaseAddress(DatabaseSettings settings) {
            return new DatabaseAddress(
                    required(settings.url(), "URL"),
                    required(settings.owner(), "OWNER_USERNAME and TRABOULE_DATABASE_OWNER_PASSWORD"),
                    required(settings.app(), "APP_USERNAME and TRABOULE_DATABASE_APP_PASSWORD"),
                    required(settings.mediation(), "MEDIATION_USERNAME and TRABOULE_DATABASE_MEDIATION_PASSWORD"));
        }

        @Bean
        SecretKey secretKey(@Value("${traboule.secret-key:}") String key) {
            if (key.length() < SecretKey.SHORTEST) {
                throw new StartRefused(
                        "With an outside database, set TRABOULE_SECRET_KEY to a random text of at least %d characters, the same on every machine."
                                .formatted(SecretKey.SHORTEST));
            }
            return SecretKey.of(key);
        }

        private static <T> T required(@Nullable T setting, String name) {
            if (setting == null) {
                throw new StartRefused("With an outside database, set TRABOULE_DATABASE_%s too.".formatted(name));
            }
            return setting;
        }
    }

    @Bean
    @Primary
    DataSource appDataSource(DatabaseAddress address, DatabaseSettings settings) {
        return pool("app", address.url(), address.app(), settings.connections());
    }

    /** For the isolated schemas that the application's own role cannot read. */
    @Bean
    DataSource mediationDataSource(DatabaseAddress address) {
        return pool("mediation", address.url(), address.mediation(), MEDIATION_CONNECTIONS);
    }

    @Bean
    @FlywayDataSource
    DataSource ownerDataSource(DatabaseAddress address) {
        return new DriverManagerDataSource(
                address.url(), address.owner().username(), address.owner().password());
    }

    /** Migrations grant each role its rights, under whatever name the role has here. */
    @Bean
    FlywayConfigurationCustomizer rolesAsPlaceholders(DatabaseAddress address) {
        return flyway -> flyway.placeholders(Map.of(
                "app", address.app().username(),
                "mediation", address.mediation().username()));
    }

    private static DataSource pool(String name, String url, DatabaseLogin login, int connections) {
        var pool = new HikariDataSource();
        pool.setPoolName(name);
        pool.setJdbcUrl(url);
        pool.setUsername(login.username());
        pool.setPassword(login.password());
        pool.setMaximumPoolSize(connections);
        pool.setMinimumIdle(1);
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        // What the server says of a refused row would carry people's words into the log.
        pool.addDataSourceProperty("logServerErrorDetail", "false");
        return pool;
    }
}
