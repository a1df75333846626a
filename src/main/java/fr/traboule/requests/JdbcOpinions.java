package fr.traboule.requests;

import com.github.f4b6a3.uuid.UuidCreator;
import fr.traboule.city.UnitId;
import fr.traboule.ground.access.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Opinions that are awaited. Those given stand in the history of their request. */
@Repository
class JdbcOpinions {

    private static final String AWAITED = """
            select o.id, r.number, o.unit_id, o.asked_by, m.words, o.due_on
              from requests.opinion o
              join requests.request r on r.id = o.request_id
              join requests.message m on m.id = o.question_id
             where o.given_at is null
            """;

    private final JdbcClient jdbc;

    JdbcOpinions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(RequestId request, UnitId unit, AccountId askedBy, Instant at, LocalDate dueOn, Message question) {
        jdbc.sql("""
                        insert into requests.opinion (id, request_id, unit_id, asked_by, asked_at, due_on, question_id)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        UuidCreator.getTimeOrderedEpoch(),
                        request.value(),
                        unit.value(),
                        askedBy.value(),
                        Timestamp.from(at),
                        dueOn,
                        question.id())
                .update();
    }

    /** @return false if it was given meanwhile */
    boolean give(Opinion opinion, AccountId by, Message answer) {
        return jdbc.sql(
                                "update requests.opinion set given_by = ?, given_at = ?, answer_id = ? where id = ? and given_at is null")
                        .params(by.value(), Timestamp.from(answer.at()), answer.id(), opinion.id())
                        .update()
                == 1;
    }

    List<Opinion> awaitedFor(RequestId request) {
        return jdbc.sql(AWAITED + "and o.request_id = ? order by o.id")
                .param(request.value())
                .query(JdbcOpinions::opinion)
                .list();
    }

    /** Those that the units of a scope are asked for, the first due first. */
    List<Opinion> awaitedFrom(Scope scope, Opinion.Position after, int most) {
        return jdbc.sql(AWAITED + """
                        and o.unit_id = any (:scopeUnits) and (o.due_on, o.id) > (:afterDay, :afterId)
                         order by o.due_on, o.id limit :most
                        """)
                .params(scope.parameters())
                .param("afterDay", after.dueOn())
                .param("afterId", after.id())
                .param("most", most)
                .query(JdbcOpinions::opinion)
                .list();
    }

    int countAwaitedFrom(Scope scope, int most) {
        return jdbc.sql("""
                        select count(*)::int
                          from (select from requests.opinion
                                 where given_at is null and unit_id = any (:scopeUnits) limit :most) as awaited
                        """)
                .params(scope.parameters())
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    Optional<Opinion> byId(UUID id, Scope scope) {
        return jdbc.sql(AWAITED + "and o.unit_id = any (:scopeUnits) and o.id = :id")
                .params(scope.parameters())
                .param("id", id)
                .query(JdbcOpinions::opinion)
                .optional();
    }

    private static Opinion opinion(ResultSet row, int number) throws SQLException {
        return new Opinion(
                row.getObject("id", UUID.class),
                new RequestNumber(row.getString("number")),
                new UnitId(row.getObject("unit_id", UUID.class)),
                new AccountId(row.getObject("asked_by", UUID.class)),
                row.getString("words"),
                row.getObject("due_on", LocalDate.class));
    }
}
