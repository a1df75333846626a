package fr.traboule.intake;

import fr.traboule.ground.database.SecretKey;
import java.security.SecureRandom;
import java.util.HexFormat;

/** What ties a browser to a draft: 128 random bits in a cookie, of which the database knows a keyed hash only. */
record DraftToken(String value) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 16;

    static DraftToken random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new DraftToken(HexFormat.of().formatHex(bytes));
    }

    byte[] hash(SecretKey key) {
        return key.hash("draft", value);
    }
}
