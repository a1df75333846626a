package fr.traboule.start;

import static org.assertj.core.api.Assertions.assertThat;

import fr.traboule.WholeProgramTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whom somebody who tries the demonstration finds among the records of residents. */
@WholeProgramTest
class DemonstrationResidentTests {

    @Autowired
    JdbcClient jdbc;

    @Test
    void aDozenPeopleSixOfThemWithARequestAllOfThemInvented() {
        assertThat(count("""
                        select count(distinct resident_id) from residents.detail where kind = 'name' and value like '%(ficti%'
                        """)).isEqualTo(12);
        assertThat(count("""
                        select count(distinct k.request_id)
                          from requests.resident_link k join residents.detail d on d.resident_id = k.resident_id
                         where d.kind = 'name' and d.value like '%(ficti%'
                        """)).isEqualTo(6);
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
