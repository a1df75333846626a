package fr.traboule.requests;

import fr.traboule.city.UnitId;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.residents.ResidentId;
import fr.traboule.routing.SubjectId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The requests that are tied to a person's record, but those that are archived. Of those that others answer for, no more than what is told to whoever has
 * the number; of sensitive ones, nothing, not even how many. Each is a look, that the log keeps.
 */
@Service
@Transactional
public class ResidentRequests {

    private static final int MOST = 100;

    private final JdbcClient jdbc;
    private final Scopes scopes;
    private final Permissions permissions;
    private final Looks looks;

    ResidentRequests(JdbcClient jdbc, Scopes scopes, Permissions permissions, Looks looks) {
        this.jdbc = jdbc;
        this.scopes = scopes;
        this.permissions = permissions;
        this.looks = looks;
    }

    /** A request that the agent may see. */
    public record Tied(
            RequestNumber number,
            Optional<SubjectId> subject,
            RequestStatus status,
            Instant receivedAt,
            LocalDate dueOn) {}

    /** The last received first. */
    public record Found(List<Tied> seen, List<RequestElsewhere> elsewhere) {}

    private record Row(RequestId id, UnitId unit, boolean mine, Tied tied) {}

    /** Empty where the agent may see no requests at all. */
    public Optional<Found> of(Actor.Agent agent, Collection<ResidentId> records) {
        if (!permissions.allow(agent, RequestPermission.READ)) {
            return Optional.empty();
        }
        var scope = scopes.of(agent);
        var rows = jdbc.sql("""
                        select e.request_id, e.unit_id, e.subject_id, e.status, e.due_on, e.received_at, r.number, %s as mine
                          from requests.resident_link k
                          join requests.search_entry e on e.request_id = k.request_id
                          join requests.request r on r.id = k.request_id
                         where k.resident_id = any (:records) and (%s or not e.sensitive and %s)
                         order by e.received_at desc, e.request_id desc
                         limit :most
                        """.formatted(Scope.PREDICATE, Scope.PREDICATE, Scope.CURRENT))
                .param("records", records.stream().map(ResidentId::value).toArray(UUID[]::new))
                .params(scope.parameters())
                .param("most", MOST)
                .query(ResidentRequests::row)
                .list();
        rows.forEach(row -> look(scope, row));
        return Optional.of(new Found(
                rows.stream().filter(Row::mine).map(Row::tied).toList(),
                rows.stream()
                        .filter(row -> !row.mine())
                        .map(row -> new RequestElsewhere(
                                row.tied().number(),
                                row.unit(),
                                row.tied().status(),
                                row.tied().dueOn(),
                                Optional.empty()))
                        .toList()));
    }

    private void look(Scope scope, Row row) {
        if (row.mine()) {
            looks.add(scope, row.id(), row.unit(), Look.PERSON);
        } else {
            looks.add(scope.account(), row.id(), Look.PERSON, Look.Reason.RECEPTION);
        }
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                new RequestId(row.getObject("request_id", UUID.class)),
                new UnitId(row.getObject("unit_id", UUID.class)),
                row.getBoolean("mine"),
                new Tied(
                        new RequestNumber(row.getString("number")),
                        Optional.ofNullable(row.getObject("subject_id", UUID.class))
                                .map(SubjectId::new),
                        RequestStatus.of(row.getString("status")),
                        row.getTimestamp("received_at").toInstant(),
                        row.getObject("due_on", LocalDate.class)));
    }
}
