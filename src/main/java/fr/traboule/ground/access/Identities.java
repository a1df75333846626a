package fr.traboule.ground.access;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whose account it is that comes from the identity provider. The first time, by the address that an administrator invited
 * and the provider vouches for; from then on by the provider's own name for them, whatever becomes of the address.
 */
@Service
class Identities {

    private static final Logger log = LoggerFactory.getLogger(Identities.class);

    private final JdbcClient jdbc;
    private final Accounts accounts;

    Identities(JdbcClient jdbc, Accounts accounts) {
        this.jdbc = jdbc;
        this.accounts = accounts;
    }

    /**
     * What the provider says of somebody.
     *
     * @param email that it vouches for
     */
    record Shown(String issuer, String subject, Optional<String> email) {

        static Shown of(OidcUser user) {
            return new Shown(
                    String.valueOf(Objects.requireNonNull(user.getIssuer())),
                    Objects.requireNonNull(user.getSubject()),
                    Optional.ofNullable(user.getEmail())
                            .filter(address -> !Boolean.FALSE.equals(user.getEmailVerified())));
        }
    }

    /** @return empty where nobody was invited under that address, or who was has left */
    @Transactional
    Optional<Account> accountOf(Shown shown) {
        var known = jdbc.sql("select account_id from ground.identity where issuer = ? and subject = ?")
                .params(shown.issuer(), shown.subject())
                .query(UUID.class)
                .optional()
                .map(AccountId::new);
        var account = known.isPresent() ? known.flatMap(accounts::byId) : firstTime(shown);
        return account.filter(found -> !found.isClosed());
    }

    private Optional<Account> firstTime(Shown shown) {
        var account = shown.email().flatMap(accounts::byEmail).filter(found -> !found.isClosed());
        account.ifPresent(found -> {
            jdbc.sql("""
                            insert into ground.identity (issuer, subject, account_id) values (?, ?, ?)
                            on conflict (issuer, subject) do nothing
                            """)
                    .params(shown.issuer(), shown.subject(), found.id().value())
                    .update();
            log.atInfo().addKeyValue("account", found.id().value()).log("Known to the identity provider");
        });
        return account;
    }
}
