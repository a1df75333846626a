package fr.traboule.ground.outbox;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * Delivers what waits in every outbox. A message that cannot leave is tried again after 1, 2, 4... minutes, at most six
 * hours apart, for about two days; then it is marked as failed, stays in its table and is counted among the metrics.
 */
@Service
public class DeliverMessages {

    private static final Logger log = LoggerFactory.getLogger(DeliverMessages.class);
    private static final int BATCH = 20;
    private static final int MOST_ATTEMPTS = 16;
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Duration LONGEST_WAIT = Duration.ofHours(6);

    private final List<Outbox> outboxes;
    private final Map<String, Courier> couriers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DeliverMessages(List<Outbox> outboxes, List<Courier> couriers, ApplicationEventPublisher events, Clock clock) {
        this.outboxes = outboxes;
        this.couriers = couriers.stream().collect(toUnmodifiableMap(Courier::kind, identity()));
        this.events = events;
        this.clock = clock;
    }

    public void deliverAll() {
        for (var outbox : outboxes) {
            var claimed = outbox.claim(BATCH, clock.instant(), LEASE);
            while (!claimed.isEmpty()) {
                claimed.forEach(message -> deliver(outbox, message));
                claimed = outbox.claim(BATCH, clock.instant(), LEASE);
            }
        }
    }

    private void deliver(Outbox outbox, Outbox.Claimed claimed) {
        var message = claimed.message();
        boolean left;
        try {
            left = courier(message).deliver(message);
        } catch (RuntimeException failure) {
            tryLater(outbox, claimed, failure);
            return;
        }
        var at = clock.instant();
        outbox.transaction().executeWithoutResult(status -> {
            outbox.sent(message.id(), at);
            if (left) {
                events.publishEvent(
                        new MessageDelivered(outbox.schema(), message.id(), message.subject(), message.kind(), at));
            }
        });
    }

    private Courier courier(OutboxMessage message) {
        var courier = couriers.get(message.kind());
        if (courier == null) {
            throw new IllegalStateException("Nobody delivers messages of kind " + message.kind());
        }
        return courier;
    }

    /** Of the failure, only its class is kept: its text may name a person. */
    private void tryLater(Outbox outbox, Outbox.Claimed claimed, RuntimeException failure) {
        var id = claimed.message().id();
        var error = failure.getClass().getSimpleName();
        if (claimed.attempts() >= MOST_ATTEMPTS) {
            outbox.giveUp(id, clock.instant(), error);
            log.atError().addKeyValue("message", id).addKeyValue("error", error).log("Message given up");
        } else {
            outbox.tryAgain(id, clock.instant().plus(waitAfter(claimed.attempts())), error);
            log.atWarn().addKeyValue("message", id).addKeyValue("error", error).log("Message not delivered yet");
        }
    }

    static Duration waitAfter(int attempts) {
        var doubled = Duration.ofMinutes(1L << Math.min(attempts - 1, 20));
        return doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
    }
}
