package fr.traboule.start;

import static org.assertj.core.api.Assertions.assertThat;

import fr.traboule.WholeProgramTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What somebody who tries the demonstration finds at the reception. */
@WholeProgramTest
class DemonstrationReceptionTests {

    @Autowired
    JdbcClient jdbc;

    @Test
    void aDozenEncountersAndFourCallBacksOneOfThemLate() {
        assertThat(count("""
                        select count(*) from reception.encounter e join ground.account a on a.id = e.account_id
                         where a.name like '%(ficti%'
                        """)).isEqualTo(12);
        assertThat(count("select count(*) from reception.caller where phone like '06 00 00 00 1_'"))
                .isEqualTo(4);
        assertThat(count("""
                        select count(*) from reception.call_back c join reception.caller p on p.call_back_id = c.id
                         where p.phone like '06 00 00 00 1_' and c.due_at < now()
                        """)).isEqualTo(1);
    }

    @Test
    void theCallBackOfALampIsForLighting() {
        assertThat(jdbc.sql("""
                                select u.code
                                  from reception.call_back c
                                  join reception.caller p on p.call_back_id = c.id
                                  join city.unit u on u.id = c.unit_id
                                 where p.phone = '06 00 00 00 13'
                                """).query(String.class).single()).isEqualTo("eclairage-public");
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
