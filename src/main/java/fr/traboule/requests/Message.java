package fr.traboule.requests;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** Something said about a request after it was received. */
record Message(UUID id, Kind kind, String words, Instant at) {

    /** In characters. */
    static final int LONGEST = 10_000;

    enum Kind {
        /** Kept for those who work on it. */
        NOTE,
        /** Said to the person. */
        ANSWER,
        /** Asked of the person. */
        QUESTION,
        /** Said by the person. */
        REPLY;

        boolean isInternal() {
            return this == NOTE;
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Message {
        if (words.isBlank() || words.length() > LONGEST) {
            throw new IllegalArgumentException("A message says something, in at most " + LONGEST + " characters");
        }
    }

    static Message of(Kind kind, String words, Instant at) {
        return new Message(UuidCreator.getTimeOrderedEpoch(), kind, words.strip(), at);
    }
}
