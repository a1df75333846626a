package fr.traboule.ground.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import org.springframework.stereotype.Component;

/** How many messages wait in each outbox, and how many could not be sent. */
@Component
class OutboxMetrics implements MeterBinder {

    private final List<Outbox> outboxes;

    OutboxMetrics(List<Outbox> outboxes) {
        this.outboxes = outboxes;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (var outbox : outboxes) {
            Gauge.builder(
                            "traboule.outbox.waiting",
                            outbox,
                            each -> each.counts().waiting())
                    .tag("schema", outbox.schema())
                    .register(registry);
            Gauge.builder(
                            "traboule.outbox.failed",
                            outbox,
                            each -> each.counts().failed())
                    .tag("schema", outbox.schema())
                    .register(registry);
        }
    }
}
