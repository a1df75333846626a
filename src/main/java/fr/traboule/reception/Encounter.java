package fr.traboule.reception;

import com.github.f4b6a3.uuid.UuidCreator;
import fr.traboule.city.UnitId;
import fr.traboule.ground.access.AccountId;
import fr.traboule.requests.Channel;
import fr.traboule.residents.Need;
import fr.traboule.routing.SubjectId;
import fr.traboule.web.Language;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody was answered on the spot (« répondu sur place ») and no request was needed. Nothing of who they are is kept.
 *
 * @param id made with the page: the same form sent twice is one encounter
 * @param words a few, about the matter
 * @param minutes that it took, where somebody looked at the clock
 */
public record Encounter(
        UUID id,
        Instant at,
        AccountId agent,
        UnitId unit,
        Channel channel,
        Optional<SubjectId> subject,
        Optional<String> area,
        Language language,
        List<Need> needs,
        Optional<String> words,
        Optional<Integer> minutes) {

    /** The longest words, in characters. */
    static final int LONGEST = 300;

    static final int MOST_MINUTES = 240;

    public Encounter {
        if (channel != Channel.COUNTER && channel != Channel.PHONE) {
            throw new IllegalArgumentException("People are met at a counter or on the telephone");
        }
        if (words.filter(text -> text.length() > LONGEST).isPresent()) {
            throw new IllegalArgumentException("The words of an encounter are a few");
        }
        if (minutes.filter(took -> took < 1 || took > MOST_MINUTES).isPresent()) {
            throw new IllegalArgumentException("An encounter takes minutes, " + MOST_MINUTES + " at most");
        }
        needs = needs.stream().distinct().sorted().toList();
    }

    public static UUID nextId() {
        return UuidCreator.getTimeOrderedEpoch();
    }

    Position position() {
        return new Position(at, id);
    }

    /** Where a page of the list ends: the next begins just before. */
    record Position(Instant at, UUID id) {

        static final Position START = new Position(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1));

        /** As it stands in an address; empty where it makes no sense. */
        static Optional<Position> of(String text) {
            try {
                var parts = text.split("_", 2);
                return parts.length < 2
                        ? Optional.empty()
                        : Optional.of(new Position(Instant.parse(parts[0]), UUID.fromString(parts[1])));
            } catch (DateTimeException | IllegalArgumentException broken) {
                return Optional.empty();
            }
        }

        @Override
        public String toString() {
            return at + "_" + id;
        }
    }
}
