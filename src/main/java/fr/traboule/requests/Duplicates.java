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
 * by the e-mail address or telephone number that they left. Looked for among those of the subject that are open: few, however
 * long the city has kept requests.
 */
@Repository
class Duplicates {

    /** Of latitude, anywhere; of longitude it is {@code cos(latitude)} of that. */
    private static final double METRES_IN_A_DEGREE = 111_320;

    static final String SQL = """
            with here as materialized (
                select longitude, latitude, cos(radians(latitude)) as narrowing, lower(email) as email,
                       nullif(requests.digits(phone), '') as phone
                  from requests.statement where request_id = :id),
            alike as materialized (
                select e.request_id, e.received_at
                  from requests.search_entry e
                 where e.open and e.subject_id = :subject and e.received_at between :from and :to and e.request_id <> :id and %s),
            apart as (
                select alike.request_id, alike.received_at, s.place, s.description,
                       :degree * sqrt(((s.longitude - here.longitude) * here.narrowing) ^ 2
                                      + (s.latitude - here.latitude) ^ 2) as metres,
                       lower(s.email) = here.email or requests.digits(s.phone) = here.phone as same_person
                  from alike
                  join requests.statement s on s.request_id = alike.request_id
                 cross join here)
            select r.number, apart.received_at, apart.place, apart.description,
                   case when apart.metres <= :metres then apart.metres end as near_by
              from apart
              join requests.request r on r.id = apart.request_id
             where apart.metres <= :metres or apart.same_person
             order by near_by nulls last, apart.received_at
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
                        Optional.ofNullable(row.getObject("near_by", Double.class))
                                .map(metres -> (int) Math.round(metres))))
                .list();
    }
}
