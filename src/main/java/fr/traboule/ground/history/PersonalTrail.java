package fr.traboule.ground.history;

import fr.traboule.ground.access.AccountId;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What one schema can tell of the people it keeps data of: who saw it and what happened to it, without a word of what was said
 * (GDPR, article 15). Each module with an {@link AccessLog} declares one as a bean; the module of the data-protection officer
 * reads them all, and checks who asks.
 */
public interface PersonalTrail {

    /** Of the schema; unique, and kept in the position of works that are not done. */
    String code();

    /** Key of the text that says what it is about: a request, a call-back... */
    String title();

    /** The last look first. */
    List<Seen> search(Search search, Position before, int most);

    /** Looks are counted up to a limit only. */
    Extent extentOf(String person, int mostLooks);

    /**
     * What is about one person, in the order of ids. To gather it is a look too, and logged.
     *
     * @param person an e-mail address or a telephone number that they left
     */
    List<UUID> subjectsOf(AccountId officer, String person, UUID after, int most);

    /** What happened to those. */
    List<Happened> storyOf(List<UUID> subjects);

    /** Every look at those. */
    List<Seen> looksAt(List<UUID> subjects);

    /**
     * What is looked for; whatever is left out does not narrow it.
     *
     * @param number of a request
     * @param person an e-mail address or a telephone number that the person left
     * @param agent who looked
     * @param until not included
     */
    record Search(
            Optional<String> number,
            Optional<String> person,
            Optional<AccountId> agent,
            Optional<Instant> from,
            Optional<Instant> until) {}

    /**
     * One look.
     *
     * @param label the number of the request, or empty
     * @param what key of the text of what was seen
     * @param why key of the text of what let them
     */
    record Seen(UUID id, Instant at, AccountId account, UUID subject, String label, String what, String why) {

        public Position position() {
            return new Position(at, id);
        }
    }

    /**
     * One thing that happened.
     *
     * @param label the number of the request, or empty
     * @param what key of its text
     * @param agent of the city who did it, if it was one
     */
    record Happened(UUID subject, String label, Instant at, String what, Optional<AccountId> agent) {}

    /** How much there is of one person. */
    record Extent(long subjects, long looks) {

        public Extent plus(Extent other) {
            return new Extent(subjects + other.subjects, looks + other.looks);
        }
    }

    /** Where a page of looks ends: the next begins just before. */
    record Position(Instant at, UUID id) implements Comparable<Position> {

        static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

        /** Before which every look is. */
        public static final Position LAST = new Position(END_OF_TIME, new UUID(-1, -1));

        /** As it stands in an address; empty where it makes no sense. */
        public static Optional<Position> of(String text) {
            try {
                var parts = text.split("_", 2);
                return parts.length < 2
                        ? Optional.empty()
                        : Optional.of(new Position(Instant.parse(parts[0]), UUID.fromString(parts[1])));
            } catch (DateTimeException | IllegalArgumentException broken) {
                return Optional.empty();
            }
        }

        /** As the database orders them: ids by their bits without sign. */
        @Override
        public int compareTo(Position other) {
            var byTime = at.compareTo(other.at);
            return byTime != 0 ? byTime : id.toString().compareTo(other.id.toString());
        }

        @Override
        public String toString() {
            return at + "_" + id;
        }
    }
}
