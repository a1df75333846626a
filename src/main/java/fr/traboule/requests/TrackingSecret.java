package fr.traboule.requests;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.traboule.ground.database.SecretKey;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * What lets a person follow their request, with its number: eight signs in two groups, of the same alphabet. It is derived
 * from the request's id by a keyed hash and stored nowhere: the database alone does not give it away, it can be printed again
 * on a second receipt, and each later message can carry the link. See docs/decisions/0005.
 */
public record TrackingSecret(String signs) {

    public static final int LENGTH = 8;

    static TrackingSecret of(RequestId id, SecretKey key) {
        var number = new BigInteger(1, key.hash("tracking", id.value().toString()));
        var base = BigInteger.valueOf(RequestNumber.ALPHABET.length());
        var signs = new StringBuilder();
        while (signs.length() < LENGTH) {
            var parts = number.divideAndRemainder(base);
            signs.append(RequestNumber.ALPHABET.charAt(parts[1].intValue()));
            number = parts[0];
        }
        return new TrackingSecret(signs.toString());
    }

    /** Of what a person typed: spaces, dashes and small letters do not matter; empty if it cannot be a secret. */
    public static Optional<TrackingSecret> of(String typed) {
        var signs = RequestNumber.signsOf(typed);
        return signs.length() == LENGTH && RequestNumber.isOfAlphabet(signs)
                ? Optional.of(new TrackingSecret(signs))
                : Optional.empty();
    }

    /** In the same time whether right or wrong. */
    boolean isSameAs(TrackingSecret other) {
        return MessageDigest.isEqual(signs.getBytes(UTF_8), other.signs.getBytes(UTF_8));
    }

    /** In groups, to be read. */
    @Override
    public String toString() {
        return signs.substring(0, LENGTH / 2) + "-" + signs.substring(LENGTH / 2);
    }
}
