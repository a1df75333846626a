package fr.traboule.requests;

import fr.traboule.city.Point;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.routing.Nature;
import fr.traboule.routing.SubjectId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What was reported lately near a place, so that the same thing is not filed twice. Reports only, and none that are
 * sensitive: something that is wrong in the street is nobody's personal data, and nothing of who said it is told.
 */
@Service
@Transactional(readOnly = true)
public class FindNearby {

    static final int METRES = 200;
    private static final Duration LATELY = Duration.ofDays(60);
    private static final int MOST = 10;
    private static final double METRES_PER_DEGREE = 111_152;

    /** The box first, for the index; then the circle. */
    static final String NEAR = """
            s.longitude is not null
              and point(s.longitude, s.latitude)
                  <@ box(point(:longitude - :east, :latitude - :north), point(:longitude + :east, :latitude + :north))
              and ((s.longitude - :longitude) / :east) ^ 2 + ((s.latitude - :latitude) / :north) ^ 2 <= 1
            """;

    private final JdbcClient jdbc;
    private final Scopes scopes;
    private final Permissions permissions;
    private final Clock clock;

    FindNearby(JdbcClient jdbc, Scopes scopes, Permissions permissions, Clock clock) {
        this.jdbc = jdbc;
        this.scopes = scopes;
        this.permissions = permissions;
        this.clock = clock;
    }

    /** @param mine whether the agent may open it */
    public record Nearby(
            RequestNumber number,
            Optional<SubjectId> subject,
            RequestStatus status,
            Instant receivedAt,
            boolean mine) {}

    /** The last received first. */
    public List<Nearby> near(Actor.Agent agent, Point place) {
        permissions.require(agent, RequestPermission.FILE);
        var north = METRES / METRES_PER_DEGREE;
        var east = north / Math.cos(Math.toRadians(place.latitude()));
        return jdbc.sql("""
                        select r.number, e.subject_id, e.status, e.received_at, %s as mine
                          from requests.statement s
                          join requests.request r on r.id = s.request_id
                          join requests.search_entry e on e.request_id = s.request_id
                         where %s
                           and r.nature = :report and not e.sensitive and %s and e.received_at > :since
                         order by e.received_at desc, e.request_id desc
                         limit :most
                        """.formatted(Scope.PREDICATE, NEAR, Scope.CURRENT))
                .params(scopes.of(agent).parameters())
                .param("longitude", place.longitude())
                .param("latitude", place.latitude())
                .param("east", east)
                .param("north", north)
                .param("report", Nature.REPORT.code())
                .param("since", Timestamp.from(clock.instant().minus(LATELY)))
                .param("most", MOST)
                .query(FindNearby::nearby)
                .list();
    }

    private static Nearby nearby(ResultSet row, int number) throws SQLException {
        return new Nearby(
                new RequestNumber(row.getString("number")),
                Optional.ofNullable(row.getObject("subject_id", UUID.class)).map(SubjectId::new),
                RequestStatus.of(row.getString("status")),
                row.getTimestamp("received_at").toInstant(),
                row.getBoolean("mine"));
    }
}
