package fr.traboule.start;

import fr.traboule.ground.database.StartRefused;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Looks, before anything is started, whether the port is free and the data folder can be used: better a sentence now than
 * a stack trace later. And says where the log goes: to the data folder where there is one, to the console of a machine
 * that keeps no data otherwise. Registered in {@code spring.factories}.
 */
class StartEnvironment implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        refuseBusyPort(environment.getProperty("server.port", Integer.class, 0));
        if (environment.containsProperty("traboule.database.url")) {
            add(environment, Map.of("logging.structured.format.console", "ecs", "logging.threshold.console", "INFO"));
        } else {
            var data = Path.of(environment.getRequiredProperty("traboule.data")).toAbsolutePath();
            refuseUnusable(data);
            add(
                    environment,
                    Map.of(
                            "logging.file.name",
                                    data.resolve("log/traboule.log").toString(),
                            "logging.structured.format.file", "ecs",
                            "logging.threshold.console", "ERROR"));
        }
    }

    private static void refuseBusyPort(int port) {
        try (var probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(port));
        } catch (IOException taken) {
            throw new StartRefused(
                    "Port %d is used by another program. Stop it, or choose another port with --port.".formatted(port));
        }
    }

    private static void refuseUnusable(Path data) {
        try {
            Files.createDirectories(data);
        } catch (IOException denied) {
            throw new StartRefused(
                    "The data folder %s cannot be made by this user (%s). Choose another one with --data."
                            .formatted(data, denied.getClass().getSimpleName()));
        }
        if (!Files.isWritable(data)) {
            throw new StartRefused(
                    "The data folder %s cannot be written by this user. Start as the user who made it, or choose another one with --data."
                            .formatted(data));
        }
    }

    /** With the lowest rank: an installation may say otherwise. */
    private static void add(ConfigurableEnvironment environment, Map<String, Object> defaults) {
        environment.getPropertySources().addLast(new MapPropertySource("start", defaults));
    }
}
