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

    void save(Commitment commitment) {
        jdbc.sql("""
                        insert into pact.commitment (number, orientation) values (?, ?)
                        on conflict (number) do update set orientation = excluded.orientation
                        """)
                .params(commitment.number(), commitment.orientation().code())
                .update();
        commitment
                .words()
                .texts()
                .forEach((language, words) -> jdbc.sql("""
                        insert into pact.commitment_text (commitment_number, language, words) values (?, ?, ?)
                        on conflict (commitment_number, language) do update set words = excluded.words
                        """)
                        .params(commitment.number(), language.code(), words)
                        .update());
    }
}
