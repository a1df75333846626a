package fr.traboule.ground.access;

import fr.traboule.ground.database.SecretKey;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Counts what must not happen too often: wrong passwords and secrets, forms sent from one place. Of guesses, callers count
 * the failures only, so nobody who knows the answer is slowed down by others. It knows keys by a keyed hash, so it keeps
 * nobody's address.
 */
@Service
public class Throttle {

    private final JdbcClient jdbc;
    private final SecretKey key;
    private final Clock clock;

    public Throttle(JdbcClient jdbc, SecretKey key, Clock clock) {
        this.jdbc = jdbc;
        this.key = key;
        this.clock = clock;
    }

    /** At most so many times in so much time. */
    public record Limit(String purpose, int times, Duration within) {}

    public boolean reached(Limit limit, String who) {
        return jdbc.sql("select count(*) from ground.attempt where key_hash = ? and happened_at > ?")
                        .params(hash(limit, who), Timestamp.from(clock.instant().minus(limit.within())))
                        .query(Integer.class)
                        .single()
                >= limit.times();
    }

    public void count(Limit limit, String who) {
        jdbc.sql("insert into ground.attempt (key_hash, happened_at) values (?, ?)")
                .params(hash(limit, who), Timestamp.from(clock.instant()))
                .update();
    }

    int forgetOlderThan(Duration age) {
        return jdbc.sql("delete from ground.attempt where happened_at < ?")
                .param(Timestamp.from(clock.instant().minus(age)))
                .update();
    }

    private byte[] hash(Limit limit, String who) {
        return key.hash("throttle." + limit.purpose(), who);
    }
}
