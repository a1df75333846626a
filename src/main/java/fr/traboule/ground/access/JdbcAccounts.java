package fr.traboule.ground.access;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAccounts implements Accounts {

    /** The ground knows no calendar: days are those of the city's clock. */
    private static final ZoneId CITY = ZoneId.of("Europe/Paris");

    private static final String SELECT = """
            select a.id, a.email, a.name, a.leaves_on, a.version,
                   case when a.closed_at is not null or a.leaves_on <= :today then 'CLOSED'
                        when a.password_hash is null
                             and not exists (select from ground.identity i where i.account_id = a.id) then 'INVITED'
                        else 'OPEN' end as standing,
                   array(select role from ground.account_role r where r.account_id = a.id) as roles
              from ground.account a
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcAccounts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Optional<Account> byId(AccountId id) {
        return select("where a.id = :id")
                .param("id", id.value())
                .query(JdbcAccounts::account)
                .optional();
    }

    @Override
    public Optional<Account> byEmail(String email) {
        return select("where lower(a.email) = lower(:email)")
                .param("email", email)
                .query(JdbcAccounts::account)
                .optional();
    }

    @Override
    public List<Account> list(String words, Optional<AccountId> after, int most) {
        return select("""
                        where ground.plain(a.name || ' ' || a.email) like '%' || ground.plain(:words) || '%'
                          and (cast(:after as uuid) is null
                               or (lower(a.name), a.id) > (select lower(l.name), l.id from ground.account l where l.id = :after))
                        order by lower(a.name), a.id
                        limit :most
                        """)
                .param("words", words.replaceAll("[%_\\\\]", " ").strip())
                .param("after", after.map(AccountId::value).orElse(null))
                .param("most", most)
                .query(JdbcAccounts::account)
                .list();
    }

    @Override
    public List<Account> having(Role role, int most) {
        return select("""
                        where a.closed_at is null and (a.leaves_on is null or a.leaves_on > :today)
                          and exists (select from ground.account_role r where r.account_id = a.id and r.role = :role)
                        order by lower(a.name), a.id
                        limit :most
                        """)
                .param("role", role.code())
                .param("most", most)
                .query(JdbcAccounts::account)
                .list();
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
    public boolean open(Account account, Optional<String> passwordHash, Instant at) {
        var opened = jdbc.sql("""
                        insert into ground.account (id, email, name, password_hash, created_at, version)
                        values (?, ?, ?, ?, ?, 0)
                        on conflict do nothing
                        """)
                .param(account.id().value())
                .param(account.email())
                .param(account.name())
                .param(passwordHash.orElse(null))
                .param(Timestamp.from(at))
                .update();
        if (opened == 1) {
            give(account.id(), account.roles());
        }
        return opened == 1;
    }

    @Override
    public boolean change(AccountId id, int version, String name, Set<Role> roles) {
        var changed = jdbc.sql("update ground.account set name = ?, version = version + 1 where id = ? and version = ?")
                .params(name, id.value(), version)
                .update();
        if (changed == 1) {
            jdbc.sql("delete from ground.account_role where account_id = ?")
                    .param(id.value())
                    .update();
            give(id, roles);
        }
        return changed == 1;
    }

    private void give(AccountId id, Set<Role> roles) {
        for (var role : roles) {
            jdbc.sql("insert into ground.account_role (account_id, role) values (?, ?)")
                    .params(id.value(), role.code())
                    .update();
        }
    }

    @Override
    public boolean leave(AccountId id, int version, Optional<LocalDate> day) {
        return jdbc.sql("""
                        update ground.account set leaves_on = ?, version = version + 1
                         where id = ? and version = ? and closed_at is null
                        """)
                        .param(day.orElse(null))
                        .param(id.value())
                        .param(version)
                        .update()
                == 1;
    }

    @Override
    public Optional<String> passwordHash(AccountId id) {
        return jdbc.sql("select password_hash from ground.account where id = ? and password_hash is not null")
                .param(id.value())
                .query(String.class)
                .optional();
    }

    @Override
    public void changePassword(AccountId id, String passwordHash) {
        jdbc.sql("update ground.account set password_hash = ? where id = ?")
                .params(passwordHash, id.value())
                .update();
    }

    @Override
    public List<AccountId> closeThoseWhoLeft(Instant at) {
        return jdbc.sql("""
                        update ground.account set closed_at = ?
                         where closed_at is null and leaves_on <= ?
                        returning id
                        """).params(Timestamp.from(at), today()).query(UUID.class).list().stream()
                .map(AccountId::new)
                .toList();
    }

    @Override
    public boolean reopen(AccountId id) {
        return jdbc.sql("""
                        update ground.account set closed_at = null, leaves_on = null, version = version + 1
                         where id = ? and (closed_at is not null or leaves_on is not null)
                        """).param(id.value()).update() == 1;
    }

    private JdbcClient.StatementSpec select(String which) {
        return jdbc.sql(SELECT + which).param("today", today());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), CITY);
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        var roles = (String[]) row.getArray("roles").getArray();
        return new Account(
                new AccountId(row.getObject("id", UUID.class)),
                row.getString("email"),
                row.getString("name"),
                Arrays.stream(roles).map(Role::of).collect(toUnmodifiableSet()),
                Account.Standing.valueOf(row.getString("standing")),
                Optional.ofNullable(row.getObject("leaves_on", LocalDate.class)),
                row.getInt("version"));
    }
}
