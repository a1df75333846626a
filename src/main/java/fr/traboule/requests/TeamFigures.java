package fr.traboule.requests;

import fr.traboule.calendar.CityTime;
import fr.traboule.city.UnitId;
import fr.traboule.ground.access.AccountId;
import fr.traboule.ground.access.Actor;
import fr.traboule.routing.SubjectId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How the open requests of an agent's units stand, counted within the scope of their queue. */
@Service
@Transactional(readOnly = true)
public class TeamFigures {

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
     */
    public record Figures(int open, int late, int waiting, int nobodys, Optional<Instant> oldest) {

        static final Figures NONE = new Figures(0, 0, 0, 0, Optional.empty());

        public Figures plus(Figures others) {
            return new Figures(
                    open + others.open,
                    late + others.late,
                    waiting + others.waiting,
                    nobodys + others.nobodys,
                    Stream.of(oldest, others.oldest).flatMap(Optional::stream).min(Instant::compareTo));
        }
    }

    /**
     * All, and the same by unit, by who has them in hand (nobody where empty) and by subject (unknown where empty).
     *
     * @param medianDays for which they have been there: half of them came before
     */
    public record Team(
            Figures all,
            int medianDays,
            Map<UnitId, Figures> units,
            Map<Optional<AccountId>, Figures> holders,
            Map<Optional<SubjectId>, Figures> subjects) {}

    private record Row(
            UnitId unit, Optional<AccountId> holder, Optional<SubjectId> subject, LocalDate day, Figures figures) {}

    public Team of(Actor.Agent agent) {
        var today = CityTime.day(clock.instant());
        var all = Figures.NONE;
        var units = new HashMap<UnitId, Figures>();
        var holders = new HashMap<Optional<AccountId>, Figures>();
        var subjects = new HashMap<Optional<SubjectId>, Figures>();
        var days = new TreeMap<LocalDate, Integer>();
        for (var row : rows(scopes.of(agent), today)) {
            all = all.plus(row.figures());
            units.merge(row.unit(), row.figures(), Figures::plus);
            holders.merge(row.holder(), row.figures(), Figures::plus);
            subjects.merge(row.subject(), row.figures(), Figures::plus);
            days.merge(row.day(), row.figures().open(), Integer::sum);
        }
        return new Team(
                all, medianDays(days, all.open(), today), Map.copyOf(units), Map.copyOf(holders), Map.copyOf(subjects));
    }

    static int medianDays(SortedMap<LocalDate, Integer> days, int open, LocalDate today) {
        var before = 0;
        for (var day : days.entrySet()) {
            before += day.getValue();
            if (2 * before >= open) {
                return (int) Math.max(0, ChronoUnit.DAYS.between(day.getKey(), today));
            }
        }
        return 0;
    }

    /** Counted once, by everything that is asked about: the database sorts nothing. */
    private List<Row> rows(Scope scope, LocalDate today) {
        return jdbc.sql("""
                        select e.unit_id, e.held_by, e.subject_id, (e.received_at at time zone 'Europe/Paris')::date as day,
                               count(*) as open,
                               count(*) filter (where %s) as late,
                               count(*) filter (where %s) as waiting,
                               count(*) filter (where %s) as nobodys,
                               min(e.received_at) as oldest
                          from requests.search_entry e
                         where e.unit_id = any (:scopeUnits) and e.open and %s
                         group by 1, 2, 3, 4
                        """.formatted(
                                QueueView.LATE.condition(),
                                QueueView.WAITING.condition(),
                                QueueView.NOBODYS.condition(),
                                Scope.SENSITIVE))
                .params(scope.parameters())
                .param("today", today)
                .query(TeamFigures::row)
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                new UnitId(row.getObject("unit_id", UUID.class)),
                Optional.ofNullable(row.getObject("held_by", UUID.class)).map(AccountId::new),
                Optional.ofNullable(row.getObject("subject_id", UUID.class)).map(SubjectId::new),
                row.getObject("day", LocalDate.class),
                new Figures(
                        row.getInt("open"),
                        row.getInt("late"),
                        row.getInt("waiting"),
                        row.getInt("nobodys"),
                        Optional.of(row.getTimestamp("oldest").toInstant())));
    }
}
