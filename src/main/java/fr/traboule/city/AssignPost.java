package fr.traboule.city;

import fr.traboule.ground.access.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says that somebody works in a unit; they see its requests and those of the units below. */
@Service
public class AssignPost {

    private final JdbcClient jdbc;

    AssignPost(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional
    public void assign(AccountId account, UnitId unit) {
        jdbc.sql("insert into city.post (account_id, unit_id) values (?, ?) on conflict do nothing")
                .params(account.value(), unit.value())
                .update();
    }
}
