package fr.traboule.requests;

import fr.traboule.city.UnitId;
import fr.traboule.ground.access.AccountId;
import fr.traboule.web.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What somebody is to hand over. */
@Repository
class JdbcDeliveries {

    private static final String COLUMNS = """
            d.id, d.request_id, r.number, d.unit_id, r.language, s.name, d.kind, d.notice, d.message_id, d.state, d.asked_at,
            d.tries, d.tried_at, d.handed_at, d.handed_by
            """;

    private static final String JOINED = """
              join requests.request r on r.id = d.request_id
              join requests.statement s on s.request_id = d.request_id
            """;

    /** Of the units of the scope; where the subject is sensitive, only the unit itself. */
    private static final String SEEN = "(not r.sensitive or d.unit_id = any (:scopeOwn))";

    private final JdbcClient jdbc;

    JdbcDeliveries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Request request, DeliveryKind kind, Notice notice, Instant at) {
        jdbc.sql("""
                        insert into requests.delivery (id, request_id, unit_id, kind, notice, message_id, state, asked_at)
                        values (:id, :request, :unit, :kind, :notice, :message, 'waiting', :at)
                        """)
                .param("id", DeliveryId.next().value())
                .param("request", request.id().value())
                .param("unit", request.unit().value())
                .param("kind", kind.code())
                .param("notice", notice.kind().code())
                .param("message", notice.said().map(Message::id).orElse(null))
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Those that wait in a scope, the oldest first; each unit's own index gives its first ones. */
    List<Delivery> waiting(Scope scope, DeliveryId after, int most) {
        return jdbc.sql("""
                        select line.*
                          from unnest(:scopeUnits) as unit(id),
                               lateral (select %s
                                          from requests.delivery d %s
                                         where d.unit_id = unit.id and d.state = 'waiting' and d.id > :after and %s
                                         order by d.id
                                         limit :most) as line
                         order by line.id
                         limit :most
                        """.formatted(COLUMNS, JOINED, SEEN))
                .params(scope.parameters())
                .param("after", after.value())
                .param("most", most)
                .query(JdbcDeliveries::delivery)
                .list();
    }

    int countWaiting(Scope scope, int most) {
        return jdbc.sql("""
                        select count(*)::int
                          from (select from requests.delivery d join requests.request r on r.id = d.request_id
                                 where d.unit_id = any (:scopeUnits) and d.state = 'waiting' and %s limit :most) as waiting
                        """.formatted(SEEN))
                .params(scope.parameters())
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    Optional<Delivery> byId(DeliveryId id, Scope scope) {
        return jdbc.sql("select " + COLUMNS + " from requests.delivery d " + JOINED
                        + " where d.id = :id and d.unit_id = any (:scopeUnits) and " + SEEN)
                .params(scope.parameters())
                .param("id", id.value())
                .query(JdbcDeliveries::delivery)
                .optional();
    }

    /** The oldest first. */
    List<Delivery> of(RequestId request) {
        return jdbc.sql("select " + COLUMNS + " from requests.delivery d " + JOINED
                        + " where d.request_id = ? order by d.id")
                .param(request.value())
                .query(JdbcDeliveries::delivery)
                .list();
    }

    /** @return false if it does not wait so any more: nothing changes then */
    boolean handOver(DeliveryId id, DeliveryKind kind, AccountId by, Instant at) {
        return jdbc.sql("""
                        update requests.delivery set state = 'handed_over', handed_at = ?, handed_by = ?
                         where id = ? and kind = ? and state = 'waiting'
                        """)
                        .params(Timestamp.from(at), by.value(), id.value(), kind.code())
                        .update()
                == 1;
    }

    /** @return false if somebody tried it since, or it does not wait so any more: nothing changes then */
    boolean tryInVain(DeliveryId id, int tries, Instant at) {
        return jdbc.sql("""
                        update requests.delivery set tries = tries + 1, tried_at = ?
                         where id = ? and kind = 'call' and state = 'waiting' and tries = ?
                        """).params(Timestamp.from(at), id.value(), tries).update() == 1;
    }

    /** Whether something that they are to reply to has not reached the person yet. */
    boolean isToBeAsked(RequestId request) {
        return jdbc.sql("""
                        select exists (select from requests.delivery
                                        where request_id = ? and state = 'waiting' and notice in ('question', 'reminder'))
                        """).param(request.value()).query(Boolean.class).single();
    }

    /** Those of a request that wait go the other way from now on. */
    void goBy(RequestId request, DeliveryKind other) {
        jdbc.sql("""
                        update requests.delivery set kind = :kind
                         where request_id = :request and state = 'waiting' and kind <> :kind
                        """)
                .param("kind", other.code())
                .param("request", request.value())
                .update();
    }

    /** Nobody is needed for those of a request that wait. @return what they would have told */
    List<Replaced> replace(RequestId request) {
        return jdbc.sql("""
                        update requests.delivery set state = 'replaced'
                         where request_id = ? and state = 'waiting'
                        returning id, notice, message_id
                        """)
                .param(request.value())
                .query((row, number) -> new Replaced(
                        new DeliveryId(row.getObject("id", UUID.class)),
                        NoticeKind.of(row.getString("notice")),
                        Optional.ofNullable(row.getObject("message_id", UUID.class))))
                .list();
    }

    record Replaced(DeliveryId id, NoticeKind notice, Optional<UUID> message) {}

    /** Another unit answers for those requests: it hands over what waits. */
    void follow(List<RequestId> requests, UnitId to) {
        jdbc.sql("""
                        update requests.delivery set unit_id = :to
                         where request_id = any (:requests) and state = 'waiting'
                        """)
                .param("to", to.value())
                .param("requests", requests.stream().map(RequestId::value).toArray(UUID[]::new))
                .update();
    }

    /** All that waits in a unit that closes, also for requests that are over. */
    void hand(UnitId from, UnitId to) {
        jdbc.sql("update requests.delivery set unit_id = ? where unit_id = ? and state = 'waiting'")
                .params(to.value(), from.value())
                .update();
    }

    /** What still waits of requests that stayed with a unit which opens again. */
    void handBack(UnitId from, UnitId to) {
        jdbc.sql("""
                        update requests.delivery d set unit_id = :to
                          from requests.request r
                         where r.id = d.request_id and d.unit_id = :from and d.state = 'waiting' and r.unit_id = :to
                        """).param("from", from.value()).param("to", to.value()).update();
    }

    private static Delivery delivery(ResultSet row, int number) throws SQLException {
        var triedAt = Optional.ofNullable(row.getTimestamp("tried_at")).map(Timestamp::toInstant);
        return new Delivery(
                new DeliveryId(row.getObject("id", UUID.class)),
                new RequestId(row.getObject("request_id", UUID.class)),
                new RequestNumber(row.getString("number")),
                new UnitId(row.getObject("unit_id", UUID.class)),
                Language.of(row.getString("language")).orElse(Language.FR),
                Optional.ofNullable(row.getString("name")),
                DeliveryKind.of(row.getString("kind")),
                NoticeKind.of(row.getString("notice")),
                Optional.ofNullable(row.getObject("message_id", UUID.class)),
                DeliveryState.of(row.getString("state")),
                row.getTimestamp("asked_at").toInstant(),
                row.getInt("tries"),
                triedAt,
                handedOver(row));
    }

    private static Optional<Delivery.HandedOver> handedOver(ResultSet row) throws SQLException {
        var at = row.getTimestamp("handed_at");
        return at == null
                ? Optional.empty()
                : Optional.of(
                        new Delivery.HandedOver(at.toInstant(), new AccountId(row.getObject("handed_by", UUID.class))));
    }
}
