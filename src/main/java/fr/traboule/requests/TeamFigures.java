package fr.traboule.requests;

import fr.traboule.calendar.CityTime;
import fr.traboule.city.UnitId;
import fr.traboule.ground.access.AccountId;
import fr.traboule.ground.access.Actor;
import fr.traboule.routing.SubjectId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How the open requests of an agent's units stand, counted within the scope of their queue. */
@Service
@Transactional(readOnly = true)
public class TeamFigures {

    /** Which grouping a row is of: the bits of those that are not grouped by. */
    private static final int ALL = 0b111;

    private static final int BY_UNIT = 0b011;
    private static final int BY_HOLDER = 0b101;

    private final JdbcClient jdbc;
    private final Scopes scopes;
    private final Clock clock;

    TeamFigures(JdbcClient jdbc, Scopes scopes, Clock clock) {
        this.jdbc = jdbc;
        this.scopes = scopes;
        this.clock = clock;
    }

    /**
     * Some open requests.
     *
     * @param late whose promised day is over
     * @param waiting for their person or for a partner
     * @param nobodys that nobody has in hand
     * @param oldest when the first of them was received
     * @param medianAge since they were received
     */
    public record Figures(int open, int late, int waiting, int nobodys, Optional<Instant> oldest, Duration medianAge) {

        static final Figures NONE = new Figures(0, 0, 0, 0, Optional.empty(), Duration.ZERO);
    }

    /**
     * All, and the same by unit, by who has them in hand (nobody where empty) and by subject (unknown where empty).
     */
    public record Team(
            Figures all,
            Map<UnitId, Figures> units,
            Map<Optional<AccountId>, Figures> holders,
            Map<Optional<SubjectId>, Figures> subjects) {}

    public Team of(Actor.Agent agent) {
        var scope = scopes.of(agent);
        var now = clock.instant();
        var units = new HashMap<UnitId, Figures>();
        var holders = new HashMap<Optional<AccountId>, Figures>();
        var subjects = new HashMap<Optional<SubjectId>, Figures>();
        var all = new Figures[] {Figures.NONE};
        jdbc.sql("""
                        select grouping(e.unit_id, e.held_by, e.subject_id) as grouped, e.unit_id, e.held_by, e.subject_id,
                               count(*) as open,
                               count(*) filter (where %s) as late,
                               count(*) filter (where %s) as waiting,
                               count(*) filter (where %s) as nobodys,
                               min(e.received_at) as oldest,
                               percentile_cont(0.5) within group (order by extract(epoch from :now - e.received_at)) as median
                          from requests.search_entry e
                         where e.unit_id = any (:scopeUnits) and e.open and %s
                         group by grouping sets ((), (e.unit_id), (e.held_by), (e.subject_id))
                        """.formatted(
                                QueueView.LATE.condition(),
                                QueueView.WAITING.condition(),
                                QueueView.NOBODYS.condition(),
                                Scope.SENSITIVE))
                .params(scope.parameters())
                .param("today", CityTime.day(now))
                .param("now", Timestamp.from(now))
                .query(row -> {
                    var figures = figures(row);
                    switch (row.getInt("grouped")) {
                        case ALL -> all[0] = figures;
                        case BY_UNIT -> units.put(new UnitId(row.getObject("unit_id", UUID.class)), figures);
                        case BY_HOLDER ->
                            holders.put(
                                    Optional.ofNullable(row.getObject("held_by", UUID.class))
                                            .map(AccountId::new),
                                    figures);
                        default ->
                            subjects.put(
                                    Optional.ofNullable(row.getObject("subject_id", UUID.class))
                                            .map(SubjectId::new),
                                    figures);
                    }
                });
        return new Team(all[0], Map.copyOf(units), Map.copyOf(holders), Map.copyOf(subjects));
    }

    private static Figures figures(ResultSet row) throws SQLException {
        return new Figures(
                row.getInt("open"),
                row.getInt("late"),
                row.getInt("waiting"),
                row.getInt("nobodys"),
                Optional.ofNullable(row.getTimestamp("oldest")).map(Timestamp::toInstant),
                Duration.ofSeconds(Math.round(row.getDouble("median"))));
    }
}
