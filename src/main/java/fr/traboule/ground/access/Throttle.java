package fr.traboule.ground.access;

import fr.traboule.ground.database.SecretKey;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Counts attempts at what must not be tried too often: a password, a tracking secret. It counts failures only, so nobody
 * who knows the answer is slowed down by others, and it knows keys by a keyed hash, so it keeps nobody's address.
 */
@Service
public class Throttle {

    private final JdbcClient jdbc;
    private final SecretKey key;
    private final Clock clock;

    Throttle(JdbcClient jdbc, SecretKey key, Clock clock) {
        this.jdbc = jdbc;
        this.key = key;
        this.clock = clock;
    }

    /** At most so many failures in so much time. */
    public record Limit(String purpose, int failures, Duration within) {}

    public boolean reached(Limit limit, String who) {
        return jdbc.sql("select count(*) from ground.attempt where key_hash = ? and happened_at > ?")
                        .params(hash(limit, who), Timestamp.from(clock.instant().minus(limit.within())))
                        .query(Integer.class)
                        .single()
                >= limit.failures();
    }

    public void failed(Limit limit, String who) {
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
