package fr.traboule.start;

import fr.traboule.ground.database.StartRefused;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Looks, before anything is started, whether the port is free: better a sentence now than a stack trace later. */
public final class BusyPort implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var port = context.getEnvironment().getProperty("server.port", Integer.class, 0);
        try (var probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(port));
        } catch (IOException taken) {
            throw new StartRefused(
                    "Port %d is used by another program. Stop it, or choose another port with --port.".formatted(port));
        }
    }
}
