package fr.traboule.requests;

import fr.traboule.routing.SubjectId;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What may be the same thing, reported by others. */
@Repository
class Duplicates {

    private static final int METRES = 100;
    private static final Duration APART = Duration.ofDays(60);
    /** Of latitude, anywhere; of longitude it is {@code cos(latitude)} of that. */
    private static final double METRES_IN_A_DEGREE = 111_320;

    private final JdbcClient jdbc;

    Duplicates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The nearest first. None where it says nowhere, or nobody knows what it is about. */
    List<Duplicate> of(Request request, Scope scope, int most) {
        return jdbc.sql("""
                        with here as (
                            select longitude, latitude, cos(radians(latitude)) as narrowing
                              from requests.statement where request_id = :id and longitude is not null),
                        near as (
                            select s.request_id, s.place, s.description,
                                   :degree * sqrt(((s.longitude - here.longitude) * here.narrowing) ^ 2
                                                  + (s.latitude - here.latitude) ^ 2) as metres
                              from here
                              join requests.statement s
                                on point(s.longitude, s.latitude)
                                   <@ box(point(here.longitude - :metres / (:degree * here.narrowing), here.latitude - :metres / :degree),
                                          point(here.longitude + :metres / (:degree * here.narrowing), here.latitude + :metres / :degree)))
                        select r.number, e.received_at, near.place, near.description, near.metres
                          from near
                          join requests.search_entry e on e.request_id = near.request_id
                          join requests.request r on r.id = e.request_id
                         where e.request_id <> :id and e.open and e.subject_id = :subject and near.metres <= :metres
                           and e.received_at between :from and :to and %s
                         order by near.metres, e.received_at
                         limit :most
                        """.formatted(Scope.PREDICATE))
                .param("id", request.id().value())
                .param("degree", METRES_IN_A_DEGREE)
                .param("metres", (double) METRES)
                .param("subject", request.subject().map(SubjectId::value).orElse(null))
                .param("from", Timestamp.from(request.receivedAt().minus(APART)))
                .param("to", Timestamp.from(request.receivedAt().plus(APART)))
                .params(scope.parameters())
                .param("most", most)
                .query((row, number) -> new Duplicate(
                        new RequestNumber(row.getString("number")),
                        row.getTimestamp("received_at").toInstant(),
                        Optional.ofNullable(row.getString("place")),
                        row.getString("description"),
                        (int) Math.round(row.getDouble("metres"))))
                .list();
    }
}
