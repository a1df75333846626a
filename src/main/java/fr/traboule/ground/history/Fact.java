package fr.traboule.ground.history;

import com.github.f4b6a3.uuid.UuidCreator;
import fr.traboule.ground.access.Actor;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Something that happened to a subject (a request...). Only ids, instants and codes: the words and names stand in content
 * that the law can order destroyed, while the fact stays.
 */
public record Fact(UUID id, UUID subject, String kind, Instant at, Actor actor, Map<String, String> details) {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.:+-]{1,64}");

    public Fact {
        requireCode(kind);
        details.values().forEach(Fact::requireCode);
        details = Map.copyOf(details);
    }

    public static Fact of(UUID subject, String kind, Instant at, Actor actor, Map<String, String> details) {
        return new Fact(UuidCreator.getTimeOrderedEpoch(), subject, kind, at, actor, details);
    }

    private static void requireCode(String value) {
        if (!CODE.matcher(value).matches()) {
            throw new IllegalArgumentException("A history keeps ids, instants and codes, no words");
        }
    }
}
