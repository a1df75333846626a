package fr.traboule.ground.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The passkeys of the people who work for the city. */
@Repository
public class Passkeys {

    private static final String SELECT = """
            select id, account_id, credential_id, attested, sign_count, verified, backup_eligible, backed_up, transports,
                   name, added_at, last_used_at
              from ground.passkey
            """;

    private final JdbcClient jdbc;
    private final RelyingParty party;

    Passkeys(JdbcClient jdbc, RelyingParty party) {
        this.jdbc = jdbc;
        this.party = party;
    }

    /** A passkey, with what it is checked against. */
    record Known(Passkey passkey, Credential credential) {}

    /** Whether browsers can use any at this program's address. */
    public boolean areOffered() {
        return party.isOffered();
    }

    /** The first one added first. */
    public List<Passkey> of(AccountId account) {
        return known(account).stream().map(Known::passkey).toList();
    }

    /** The same, kept from changing until the transaction ends. */
    public List<Passkey> lockedOf(AccountId account) {
        return jdbc
                .sql(SELECT + "where account_id = ? order by added_at, id for update")
                .param(account.value())
                .query(Passkeys::known)
                .list()
                .stream()
                .map(Known::passkey)
                .toList();
    }

    List<Known> known(AccountId account) {
        return jdbc.sql(SELECT + "where account_id = ? order by added_at, id")
                .param(account.value())
                .query(Passkeys::known)
                .list();
    }

    Optional<Known> known(String credentialId) {
        return jdbc.sql(SELECT + "where credential_id = ?")
                .param(credentialId)
                .query(Passkeys::known)
                .optional();
    }

    /** @return false if somebody has it already, whoever it is: nothing changes then */
    boolean add(Passkey passkey, Credential credential) {
        return jdbc.sql("""
                        insert into ground.passkey (id, account_id, credential_id, attested, sign_count, verified,
                                                    backup_eligible, backed_up, transports, name, added_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (credential_id) do nothing
                        """)
                        .param(passkey.id().value())
                        .param(passkey.account().value())
                        .param(credential.id())
                        .param(credential.attested())
                        .param(credential.signCount())
                        .param(credential.verified())
                        .param(credential.backupEligible())
                        .param(credential.backedUp())
                        .param(credential.transports().toArray(String[]::new))
                        .param(passkey.name())
                        .param(Timestamp.from(passkey.addedAt()))
                        .update()
                == 1;
    }

    /** @return false if its counter did not go on, here or by another at the same time: nothing changes then */
    boolean used(PasskeyId id, WebAuthn.Signed signed, Instant at) {
        return jdbc.sql("""
                        update ground.passkey
                           set sign_count = :count, backed_up = :backedUp, verified = verified or :verified, last_used_at = :at
                         where id = :id and (sign_count < :count or sign_count = 0 and :count = 0)
                        """)
                        .param("count", signed.signCount())
                        .param("backedUp", signed.backedUp())
                        .param("verified", signed.verified())
                        .param("at", Timestamp.from(at))
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /** @return false if they have no such one */
    public boolean remove(AccountId account, PasskeyId id) {
        return jdbc.sql("delete from ground.passkey where account_id = ? and id = ?")
                        .params(account.value(), id.value())
                        .update()
                == 1;
    }

    private static Known known(ResultSet row, int number) throws SQLException {
        var passkey = new Passkey(
                new PasskeyId(row.getObject("id", UUID.class)),
                new AccountId(row.getObject("account_id", UUID.class)),
                row.getString("name"),
                row.getBoolean("backed_up"),
                row.getTimestamp("added_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("last_used_at")).map(Timestamp::toInstant));
        var credential = new Credential(
                row.getString("credential_id"),
                row.getString("attested"),
                row.getLong("sign_count"),
                row.getBoolean("verified"),
                row.getBoolean("backup_eligible"),
                row.getBoolean("backed_up"),
                Set.of((String[]) row.getArray("transports").getArray()));
        return new Known(passkey, credential);
    }
}
