package fr.traboule.ground.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where the rules of signing in are kept. */
@Repository
public class AccessRuleBook {

    private final JdbcClient jdbc;

    AccessRuleBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public AccessRules current() {
        return jdbc.sql("select second_factor, idle_minutes, longest_hours, version from ground.access_rules")
                .query(AccessRuleBook::rules)
                .single();
    }

    /** @return false if somebody changed them since that version was read: nothing changes then */
    public boolean change(AccessRules rules) {
        return jdbc.sql("""
                        update ground.access_rules
                           set second_factor = ?, idle_minutes = ?, longest_hours = ?, version = version + 1
                         where version = ?
                        """)
                        .params(
                                rules.secondFactor().code(),
                                rules.idle().toMinutes(),
                                rules.longest().toHours(),
                                rules.version())
                        .update()
                == 1;
    }

    private static AccessRules rules(ResultSet row, int number) throws SQLException {
        return new AccessRules(
                AccessRules.RequiredFrom.valueOf(row.getString("second_factor").toUpperCase(Locale.ROOT)),
                Duration.ofMinutes(row.getInt("idle_minutes")),
                Duration.ofHours(row.getInt("longest_hours")),
                row.getInt("version"));
    }
}
