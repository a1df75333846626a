package fr.traboule.ground.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The key of this installation, the same on each of its machines: what is derived from it cannot be guessed from the database. */
public final class SecretKey {

    static final int SHORTEST = 32;
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    private SecretKey(SecretKeySpec key) {
        this.key = key;
    }

    public static SecretKey of(String text) {
        return new SecretKey(new SecretKeySpec(text.getBytes(UTF_8), ALGORITHM));
    }

    /** Keyed hash (HMAC-SHA-256) of the words, for one purpose: two purposes never give the same. */
    public byte[] hash(String purpose, String words) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(purpose.getBytes(UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(words.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
