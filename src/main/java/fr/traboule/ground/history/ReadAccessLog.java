package fr.traboule.ground.history;

import fr.traboule.ground.access.AccountId;
import fr.traboule.ground.history.PersonalTrail.Position;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The access log of one schema, read back. */
public final class ReadAccessLog {

    private final String schema;
    private final JdbcClient jdbc;

    /** @param schema whose migration called {@code ground.create_access_log} */
    public ReadAccessLog(String schema, JdbcClient jdbc) {
        this.schema = schema;
        this.jdbc = jdbc;
    }

    /**
     * Whose looks are wanted.
     *
     * @param sql that gives ids in one column, each part by an index
     */
    public record Subjects(String sql, Map<String, ?> parameters) {}

    /** A look as it is kept. */
    public record Kept(UUID id, Instant at, AccountId account, UUID subject, String what, String why) {}

    /** The last first; of all subjects where none are named. */
    public List<Kept> search(Optional<Subjects> subjects, PersonalTrail.Search search, Position before, int most) {
        return jdbc.sql(sql(schema, subjects, search.agent().isPresent()))
                .params(subjects.<Map<String, ?>>map(Subjects::parameters).orElse(Map.of()))
                .param("beforeAt", Timestamp.from(before.at()))
                .param("beforeId", before.id())
                .param("agent", search.agent().map(AccountId::value).orElse(null))
                .param("from", Timestamp.from(search.from().orElse(Instant.EPOCH)))
                .param("until", Timestamp.from(search.until().orElse(Position.END_OF_TIME)))
                .param("most", most)
                .query(ReadAccessLog::kept)
                .list();
    }

    /**
     * Whoever looks for a person or a number reads the log from what is about them, each by its own index: the log itself has a
     * line for each page that anybody ever opened, and is not walked. Measured in bench/README.md.
     */
    public static String sql(String schema, Optional<Subjects> subjects, boolean byAgent) {
        var lines = """
                select l.id, l.subject_id, l.seen_at, l.account_id, l.what, l.why
                  from %s.access_log l
                 where (l.seen_at, l.id) < (:beforeAt, :beforeId) and l.seen_at >= :from and l.seen_at < :until %s %s
                 order by l.seen_at desc, l.id desc
                 limit :most
                """;
        var ofAgent = byAgent ? "and l.account_id = :agent" : "";
        return subjects.map(Subjects::sql)
                .map(wanted -> """
                        select l.*
                          from (%s) as wanted (id),
                               lateral (%s) as l
                         order by l.seen_at desc, l.id desc
                         limit :most
                        """.formatted(wanted, lines.formatted(schema, ofAgent, "and l.subject_id = wanted.id")))
                .orElseGet(() -> lines.formatted(schema, ofAgent, ""));
    }

    /** Every look at those. */
    public List<Kept> at(Collection<UUID> subjects) {
        return jdbc.sql("""
                        select l.id, l.subject_id, l.seen_at, l.account_id, l.what, l.why
                          from unnest(:subjects) as wanted (id),
                               lateral (select * from %s.access_log where subject_id = wanted.id) as l
                        """.formatted(schema))
                .param("subjects", subjects.toArray(UUID[]::new))
                .query(ReadAccessLog::kept)
                .list();
    }

    /** How many subjects there are, and looks at them up to a limit. */
    public PersonalTrail.Extent extent(Subjects subjects, int mostLooks) {
        return jdbc.sql("""
                        with wanted (id) as materialized (%s)
                        select (select count(*) from wanted) as subjects,
                               (select count(*)
                                  from (select 1
                                          from wanted w
                                          join lateral (select 1 from %s.access_log
                                                         where subject_id = w.id limit :most) as look on true
                                         limit :most) as counted) as looks
                        """.formatted(subjects.sql(), schema))
                .params(subjects.parameters())
                .param("most", mostLooks)
                .query(PersonalTrail.Extent.class)
                .single();
    }

    private static Kept kept(ResultSet row, int number) throws SQLException {
        return new Kept(
                row.getObject("id", UUID.class),
                row.getTimestamp("seen_at").toInstant(),
                new AccountId(row.getObject("account_id", UUID.class)),
                row.getObject("subject_id", UUID.class),
                row.getString("what"),
                row.getString("why"));
    }
}
