package fr.traboule.ground.database;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** A real PostgreSQL for the tests: one server for the whole run, one fresh database for each application context. */
public class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final AtomicInteger COUNT = new AtomicInteger();

    /** Started at the first use; the watchdog stops it with the JVM. */
    private static final class Server {

        static final Secrets SECRETS;
        static final int PORT;

        static {
            var folder = DataFolder.take(Path.of("target", "test-data").toAbsolutePath());
            SECRETS = new Secrets(folder);
            PORT = EmbeddedPostgres.start(folder, SECRETS).port();
        }
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var address = create();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test database",
                        Map.ofEntries(
                                Map.entry("traboule.database.url", address.url()),
                                Map.entry(
                                        "traboule.database.owner.username",
                                        address.owner().username()),
                                Map.entry(
                                        "traboule.database.owner.password",
                                        address.owner().password()),
                                Map.entry(
                                        "traboule.database.app.username",
                                        address.app().username()),
                                Map.entry(
                                        "traboule.database.app.password",
                                        address.app().password()),
                                Map.entry(
                                        "traboule.database.mediation.username",
                                        address.mediation().username()),
                                Map.entry(
                                        "traboule.database.mediation.password",
                                        address.mediation().password()),
                                Map.entry("traboule.secret-key", "a key that is only good for the tests"),
                                Map.entry("traboule.metrics-token", "token of the tests"),
                                Map.entry("db-scheduler.enabled", "false"))));
    }

    static DatabaseAddress create() {
        var roles = DatabaseRoles.in(Server.PORT, Server.SECRETS);
        var name = "test_" + COUNT.incrementAndGet();
        var server = "jdbc:postgresql://127.0.0.1:" + Server.PORT + "/";
        try (var superuser =
                        DriverManager.getConnection(server + "postgres", "postgres", Server.SECRETS.get("superuser"));
                var statement = superuser.createStatement()) {
            statement.execute("drop database if exists " + name);
            statement.execute(
                    "create database %s owner %s".formatted(name, roles.owner().username()));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new DatabaseAddress(server + name, roles.owner(), roles.app(), roles.mediation());
    }
}
