package fr.traboule.requests;

import fr.traboule.web.NotFound;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.dao.ConcurrencyFailureException;

/** People who act at the same moment: some of them are overtaken. */
final class AtOnce {

    private AtOnce() {}

    static void all(List<Callable<Object>> acts) throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            var running = new ArrayList<Future<Object>>();
            acts.forEach(act -> running.add(threads.submit(() -> {
                try {
                    return act.call();
                } catch (NotFound | ConcurrencyFailureException | IllegalStateException overtaken) {
                    return overtaken;
                }
            })));
            for (var each : running) {
                each.get();
            }
        }
    }
}
