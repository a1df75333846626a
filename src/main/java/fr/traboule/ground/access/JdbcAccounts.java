package fr.traboule.ground.access;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAccounts implements Accounts {

    private final JdbcClient jdbc;

    JdbcAccounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Account> byEmail(String email) {
        return jdbc.sql("""
                        select a.id, a.email, a.name, a.password_hash, a.closed_at is null as open,
                               array(select role from ground.account_role r where r.account_id = a.id) as roles
                          from ground.account a
                         where lower(a.email) = lower(?)
                        """).param(email).query(JdbcAccounts::account).optional();
    }

    @Override
    public boolean any() {
        return jdbc.sql("select exists (select from ground.account)")
                .query(Boolean.class)
                .single();
    }

    @Override
    public void lock() {
        jdbc.sql("lock table ground.account in share row exclusive mode").update();
    }

    @Override
    public boolean open(Account account, Instant at) {
        var opened = jdbc.sql("""
                        insert into ground.account (id, email, name, password_hash, created_at, version)
                        values (?, ?, ?, ?, ?, 0)
                        on conflict do nothing
                        """)
                .params(
                        account.id().value(),
                        account.email(),
                        account.name(),
                        account.passwordHash(),
                        Timestamp.from(at))
                .update();
        if (opened == 1) {
            for (var role : account.roles()) {
                jdbc.sql("insert into ground.account_role (account_id, role) values (?, ?)")
                        .params(account.id().value(), role.code())
                        .update();
            }
        }
        return opened == 1;
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        var roles = (String[]) row.getArray("roles").getArray();
        return new Account(
                new AccountId(row.getObject("id", UUID.class)),
                row.getString("email"),
                row.getString("name"),
                row.getString("password_hash"),
                row.getBoolean("open"),
                Arrays.stream(roles).map(Role::of).collect(toUnmodifiableSet()));
    }
}
