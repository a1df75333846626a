package fr.traboule.ground.access;

import fr.traboule.ground.database.SecretKey;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Links by which somebody chooses a password, once: after an invitation, or when they forgot theirs. */
@Service
public class PasswordLinks {

    private static final int TOKEN_BYTES = 24;

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Passwords passwords;
    private final Sessions sessions;
    private final SecretKey key;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    PasswordLinks(
            JdbcClient jdbc, Accounts accounts, Passwords passwords, Sessions sessions, SecretKey key, Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.passwords = passwords;
        this.sessions = sessions;
        this.key = key;
        this.clock = clock;
    }

    /** The last one made is the one that is good. */
    @Transactional
    public String make(AccountId account, Duration validity) {
        forget(account);
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        jdbc.sql("insert into ground.password_link (token_hash, account_id, expires_at) values (?, ?, ?)")
                .params(
                        hash(token),
                        account.value(),
                        Timestamp.from(clock.instant().plus(validity)))
                .update();
        return token;
    }

    /** Whose it is, if it is still good. */
    public Optional<Account> holder(String token) {
        return jdbc.sql("select account_id from ground.password_link where token_hash = ? and expires_at > ?")
                .params(hash(token), Timestamp.from(clock.instant()))
                .query(UUID.class)
                .optional()
                .flatMap(id -> accounts.byId(new AccountId(id)))
                .filter(account -> !account.isClosed());
    }

    /** @return false if the link is good no more: nothing changes then */
    @Transactional
    public boolean choose(String token, String password) {
        var holder = holder(token);
        holder.map(Account::id).ifPresent(account -> {
            passwords.choose(account, password);
            forget(account);
            sessions.endAll(account);
        });
        return holder.isPresent();
    }

    private void forget(AccountId account) {
        jdbc.sql("delete from ground.password_link where account_id = ?")
                .param(account.value())
                .update();
    }

    int forgetExpired() {
        return jdbc.sql("delete from ground.password_link where expires_at < ?")
                .param(Timestamp.from(clock.instant()))
                .update();
    }

    private byte[] hash(String token) {
        return key.hash("password-link", token);
    }
}
