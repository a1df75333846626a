package fr.traboule;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Instant;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;

/** The application on somebody's telephone that shows codes. */
public final class Telephone {

    private Telephone() {}

    /** @param secret as the page of setting up shows it, in groups of four letters */
    public static String code(String secret, Instant at) {
        try {
            var generator = new TimeBasedOneTimePasswordGenerator();
            return generator.generateOneTimePasswordString(
                    new SecretKeySpec(Base32.decode(secret.replace(" ", "")), generator.getAlgorithm()), at);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }
}
