package fr.traboule.ground.outbox;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.Map;
import java.util.UUID;

/**
 * Something to deliver.
 *
 * @param id the same at each attempt: whoever receives it twice can know
 * @param subject what it is about, a request for example
 * @param kind which {@link Courier} carries it
 * @param content what the courier needs, words included; forgotten once delivered
 */
public record OutboxMessage(UUID id, UUID subject, String kind, Map<String, String> content) {

    public static OutboxMessage about(UUID subject, String kind, Map<String, String> content) {
        return new OutboxMessage(UuidCreator.getTimeOrderedEpoch(), subject, kind, Map.copyOf(content));
    }

    /** A part of the content that this kind of message always has. */
    public String required(String name) {
        var part = content.get(name);
        if (part == null) {
            throw new IllegalStateException("Message %s has no %s".formatted(id, name));
        }
        return part;
    }
}
