package fr.traboule.ground.access;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The names of the people who work for the city, to say who did what. */
@Service
public class AccountNames {

    private static final int MOST = 10_000;
    private static final Duration FRESH = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final LoadingCache<AccountId, String> cache =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(FRESH).build(this::read);

    AccountNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public String of(AccountId account) {
        return Objects.requireNonNull(cache.get(account));
    }

    private String read(AccountId account) {
        return jdbc.sql("select name from ground.account where id = ?")
                .param(account.value())
                .query(String.class)
                .single();
    }
}
