package fr.traboule.requests;

import fr.traboule.routing.Sameness;
import fr.traboule.routing.SubjectId;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What may be the same thing: the same subject near by, reported by others; or the same subject asked about by the same person,
 * by the e-mail address or telephone number that they left.
 */
@Repository
class Duplicates {

    /** Of latitude, anywhere; of longitude it is {@code cos(latitude)} of that. */
    private static final double METRES_IN_A_DEGREE = 111_320;

    static final String SQL = """
            with here as (
                select longitude, latitude, cos(radians(latitude)) as narrowing, lower(email) as email,
                       nullif(requests.digits(phone), '') as phone
                  from requests.statement where request_id = :id),
            near as (
                select s.request_id,
                       :degree * sqrt(((s.longitude - here.longitude) * here.narrowing) ^ 2
                                      + (s.latitude - here.latitude) ^ 2) as metres
                  from here
                  join requests.statement s
                    on point(s.longitude, s.latitude)
                       <@ box(point(here.longitude - :metres / (:degree * here.narrowing), here.latitude - :metres / :degree),
                              point(here.longitude + :metres / (:degree * here.narrowing), here.latitude + :metres / :degree))),
            found as (
                select request_id, metres from near where metres <= :metres
                union all
                select s.request_id, null from here join requests.statement s on lower(s.email) = here.email
                union all
                select s.request_id, null from here join requests.statement s on requests.digits(s.phone) = here.phone),
            same as (select request_id, min(metres) as metres from found where request_id <> :id group by request_id)
            select r.number, e.received_at, s.place, s.description, same.metres
              from same
              join requests.search_entry e on e.request_id = same.request_id
              join requests.request r on r.id = e.request_id
              join requests.statement s on s.request_id = e.request_id
             where e.open and e.subject_id = :subject and e.received_at between :from and :to and %s
             order by same.metres nulls last, e.received_at
             limit :most
            """.formatted(Scope.PREDICATE);

    private final JdbcClient jdbc;

    Duplicates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The nearest first, then those of the same person. None where nobody knows what it is about. */
    List<Duplicate> of(Request request, Sameness sameness, Scope scope, int most) {
        var apart = Duration.ofDays(sameness.days());
        return jdbc.sql(SQL)
                .param("id", request.id().value())
                .param("degree", METRES_IN_A_DEGREE)
                .param("metres", (double) sameness.metres())
                .param("subject", request.subject().map(SubjectId::value).orElse(null))
                .param("from", Timestamp.from(request.receivedAt().minus(apart)))
                .param("to", Timestamp.from(request.receivedAt().plus(apart)))
                .params(scope.parameters())
                .param("most", most)
                .query((row, number) -> new Duplicate(
                        new RequestNumber(row.getString("number")),
                        row.getTimestamp("received_at").toInstant(),
                        Optional.ofNullable(row.getString("place")),
                        row.getString("description"),
                        Optional.ofNullable(row.getObject("metres", Double.class))
                                .map(metres -> (int) Math.round(metres))))
                .list();
    }
}
