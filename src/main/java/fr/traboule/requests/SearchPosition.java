package fr.traboule.requests;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A place among the requests found, the last received first, to go on from there: lists are paged by key. */
public record SearchPosition(Instant receivedAt, RequestId request) {

    /** Later than any request. */
    static final Instant AFTER_ALL = Instant.parse("9999-12-31T00:00:00Z");

    private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");

    /** As it stands in an address; empty where it makes no sense. */
    public static Optional<SearchPosition> of(String text) {
        try {
            var parts = text.split("_", 2);
            if (parts.length < 2) {
                return Optional.empty();
            }
            var at = Instant.parse(parts[0]);
            return at.isBefore(FIRST) || at.isAfter(AFTER_ALL)
                    ? Optional.empty()
                    : Optional.of(new SearchPosition(at, new RequestId(UUID.fromString(parts[1]))));
        } catch (DateTimeException | IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return receivedAt + "_" + request.value();
    }
}
