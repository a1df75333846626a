package fr.traboule.ground.files;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import java.util.function.ToLongFunction;
import org.springframework.stereotype.Component;

/** How many files wait for the antivirus, are set aside, or are not what they were. */
@Component
class FileMetrics implements MeterBinder {

    private final List<FileStore> stores;

    FileMetrics(List<FileStore> stores) {
        this.stores = stores;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (var store : stores) {
            gauge(registry, store, "waiting", FileRows::waiting);
            gauge(registry, store, "set.aside", FileRows::setAside);
            gauge(registry, store, "altered", FileRows::altered);
        }
    }

    private static void gauge(MeterRegistry registry, FileStore store, String name, ToLongFunction<FileRows> count) {
        Gauge.builder("traboule.files." + name, store, each -> count.applyAsLong(each.rows()))
                .tag("schema", store.schema())
                .register(registry);
    }
}
