package fr.traboule.retention;

import fr.traboule.routing.SubjectId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The city's table of how long requests are kept. */
@Repository
class Rules {

    private static final String COLUMNS = """
            r.code, r.subject_code, r.theme_code, r.current_months, r.archive_months, r.fate, r.visa, r.legal_reference, r.confirmed
            """;

    /** The most precise one for a subject {@code s}. */
    private static final String BEST = """
            lateral (select * from retention.rule each
                      where each.subject_code = s.code
                         or each.theme_code = s.theme_code
                         or (each.subject_code is null and each.theme_code is null)
                      order by (each.subject_code is null), (each.theme_code is null), each.code
                      limit 1) as r
            """;

    private final JdbcClient jdbc;

    Rules(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Rule> all() {
        return jdbc.sql("select " + COLUMNS + " from retention.rule r order by r.code")
                .query(Rules::rule)
                .list();
    }

    /** For each subject, and for requests without one, the rule that counts; none where there is none. */
    List<SubjectRule> bySubject() {
        return jdbc.sql("select s.id, " + COLUMNS + """
                          from (select id, code, theme_code from routing.subject
                                union all select null, null, null) as s,
                               """ + BEST + " order by s.id")
                .query((row, number) -> new SubjectRule(
                        Optional.ofNullable(row.getObject("id", UUID.class)).map(SubjectId::new), rule(row, number)))
                .list();
    }

    /** The one that counts for requests about that subject. */
    Optional<Rule> of(Optional<SubjectId> subject) {
        return jdbc.sql("select " + COLUMNS + """
                          from (select max(code) as code, max(theme_code) as theme_code
                                  from routing.subject where id = :subject) as s,
                               """ + BEST)
                .param("subject", subject.map(SubjectId::value).orElse(null))
                .query(Rules::rule)
                .optional();
    }

    private static Rule rule(ResultSet row, int number) throws SQLException {
        return new Rule(
                row.getString("code"),
                Optional.ofNullable(row.getString("subject_code")),
                Optional.ofNullable(row.getString("theme_code")),
                row.getInt("current_months"),
                row.getInt("archive_months"),
                Fate.of(row.getString("fate")),
                Approval.of(row.getString("visa")),
                row.getString("legal_reference"),
                row.getBoolean("confirmed"));
    }
}
