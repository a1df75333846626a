package fr.traboule.pact;

import fr.traboule.web.Translated;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The commitments of the pact. */
@Repository
class Commitments {

    private final JdbcClient jdbc;

    Commitments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Commitment> all() {
        return jdbc.sql("""
                        select c.number, c.orientation, jsonb_object_agg(t.language, t.words) as words
                          from pact.commitment c join pact.commitment_text t on t.commitment_number = c.number
                         group by c.number
                         order by c.number
                        """)
                .query((row, number) -> new Commitment(
                        row.getInt("number"),
                        Orientation.of(row.getString("orientation")),
                        Translated.ofJson(row.getString("words"))))
                .list();
    }
}
