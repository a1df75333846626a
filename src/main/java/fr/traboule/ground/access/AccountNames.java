package fr.traboule.ground.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The names of the people who work for the city, to say who did what. */
@Service
public class AccountNames {

    private static final int MOST = 10_000;
    private static final Duration FRESH = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final Cache<AccountId, String> cache =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(FRESH).build();

    AccountNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Read outside the cache's lock: whoever waited for it could hold the connection that the reading needs. */
    public String of(AccountId account) {
        var known = cache.getIfPresent(account);
        if (known != null) {
            return known;
        }
        var name = read(account);
        cache.put(account, name);
        return name;
    }

    private String read(AccountId account) {
        return jdbc.sql("select name from ground.account where id = ?")
                .param(account.value())
                .query(String.class)
                .single();
    }
}
