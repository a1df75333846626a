package fr.traboule.ground.access;

import fr.traboule.ground.database.SecretKey;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What devices are asked to sign: each good once, for five minutes, for one purpose and for whoever it was made for. */
@Repository
class PasskeyChallenges {

    static final Duration VALIDITY = Duration.ofMinutes(5);

    private static final int BYTES = 32;

    private final JdbcClient jdbc;
    private final SecretKey key;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    PasskeyChallenges(JdbcClient jdbc, SecretKey key, Clock clock) {
        this.jdbc = jdbc;
        this.key = key;
        this.clock = clock;
    }

    /** What a signature is for: one given for another purpose is good for nothing. */
    enum Purpose {
        REGISTER,
        /** The whole sign-in, by a browser that nobody is known in yet. */
        ALONE,
        /** Beside what somebody has shown already. */
        BESIDE
    }

    /** @param holder the account, or the browser where there is none yet */
    String make(Purpose purpose, String holder) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var challenge = PasskeyAnswer.text(bytes);
        jdbc.sql("insert into ground.passkey_challenge (challenge_hash, expires_at) values (?, ?)")
                .params(
                        hash(purpose, holder, challenge),
                        Timestamp.from(clock.instant().plus(VALIDITY)))
                .update();
        return challenge;
    }

    /** Two answers to the same challenge at the same time: the database takes one of them. */
    boolean spend(Purpose purpose, String holder, String challenge) {
        return jdbc.sql("delete from ground.passkey_challenge where challenge_hash = ? returning expires_at")
                .param(hash(purpose, holder, challenge))
                .query(Timestamp.class)
                .optional()
                .filter(expires -> expires.toInstant().isAfter(clock.instant()))
                .isPresent();
    }

    int forgetExpired() {
        return jdbc.sql("delete from ground.passkey_challenge where expires_at < ?")
                .param(Timestamp.from(clock.instant()))
                .update();
    }

    private byte[] hash(Purpose purpose, String holder, String challenge) {
        return key.hash("passkey-challenge", purpose + " " + holder + " " + challenge);
    }
}
