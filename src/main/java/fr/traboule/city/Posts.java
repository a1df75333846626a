package fr.traboule.city;

import static java.util.stream.Collectors.toUnmodifiableSet;

import fr.traboule.ground.access.AccountId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Who works in which unit; they see its requests and those of the units below. Who may say so is said by the acts that do. */
@Repository
public class Posts {

    private final JdbcClient jdbc;

    Posts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The units that somebody was posted to, without those below. */
    public Set<UnitId> of(AccountId account) {
        return jdbc
                .sql("select unit_id from city.post where account_id = ?")
                .param(account.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(UnitId::new)
                .collect(toUnmodifiableSet());
    }

    /** Who else was posted to one of the same units. */
    public List<AccountId> colleagues(AccountId account) {
        return jdbc.sql("""
                        select distinct other.account_id
                          from city.post mine
                          join city.post other on other.unit_id = mine.unit_id and other.account_id <> mine.account_id
                         where mine.account_id = ?
                        """).param(account.value()).query(UUID.class).list().stream()
                .map(AccountId::new)
                .toList();
    }

    /** Who works in that unit itself. */
    public List<AccountId> in(UnitId unit) {
        return jdbc
                .sql("select account_id from city.post where unit_id = ? order by account_id")
                .param(unit.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(AccountId::new)
                .toList();
    }

    /** Who works in one of those units. */
    public List<AccountId> in(Set<UnitId> units) {
        return jdbc
                .sql("select distinct account_id from city.post where unit_id = any (?)")
                .param(units.stream().map(UnitId::value).toArray(UUID[]::new))
                .query(UUID.class)
                .list()
                .stream()
                .map(AccountId::new)
                .toList();
    }

    @Transactional
    public void assign(AccountId account, UnitId unit) {
        jdbc.sql("insert into city.post (account_id, unit_id) values (?, ?) on conflict do nothing")
                .params(account.value(), unit.value())
                .update();
    }

    @Transactional
    public void end(AccountId account, UnitId unit) {
        jdbc.sql("delete from city.post where account_id = ? and unit_id = ?")
                .params(account.value(), unit.value())
                .update();
    }
}
