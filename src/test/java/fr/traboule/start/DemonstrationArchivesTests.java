package fr.traboule.start;

import static org.assertj.core.api.Assertions.assertThat;

import fr.traboule.WholeProgramTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What somebody who tries the demonstration finds among the archives. */
@WholeProgramTest
class DemonstrationArchivesTests {

    @Autowired
    JdbcClient jdbc;

    /** The first is destroyed by a work within seconds of the start; the works of tests are run by hand. */
    @Test
    void aListThatWasApprovedAndOneThatWaitsForItsVisa() {
        assertThat(list("""
                        select p.state || ' ' || count(*) filter (where e.out_at is null)
                          from retention.proposal p
                          join ground.account a on a.id = p.proposed_by
                          join retention.proposal_entry e on e.proposal_id = p.id
                         where a.email = 'protection@demo.example'
                         group by p.id order by p.id
                        """)).containsExactly("signed 3", "proposed 3");
        assertThat(
                        list(
                                "select kind from ground.work where kind = 'retention.carry-out' and title_arguments::text like '%-0001%'"))
                .hasSize(1);
    }

    @Test
    void oneThatIsHeldAndSomeThatAreArchived() {
        assertThat(
                        list(
                                "select reason from retention.hold where words = 'Recours indemnitaire (fictif)' and lifted_at is null"))
                .containsExactly("litigation");
        assertThat(list("""
                        select s.description from requests.statement s join requests.request r on r.id = s.request_id
                         where r.archived_at is not null and s.description like '%horaires de la mairie%'
                        """)).hasSize(1);
    }

    private List<String> list(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }
}
