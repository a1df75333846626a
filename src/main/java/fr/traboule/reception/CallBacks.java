package fr.traboule.reception;

import fr.traboule.city.UnitId;
import fr.traboule.ground.access.AccountId;
import fr.traboule.requests.RequestDestroyed;
import fr.traboule.requests.RequestNumber;
import fr.traboule.web.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Those who want to be called. */
@Repository
class CallBacks {

    private static final String COLUMNS = """
            c.id, c.unit_id, c.request_number, c.sensitive, c.language, c.day, c.from_time, c.until_time, c.state, c.held_by,
            c.tries, c.asked_at, c.version
            """;

    /** Of an agent's units and those below; sensitive ones only where they work in the unit itself. */
    private static final String SEEN = "c.unit_id = any (:units) and (not c.sensitive or c.unit_id = any (:own))";

    /** Where the number to call was. */
    private static final String FORGOTTEN = "—";

    private final JdbcClient jdbc;

    CallBacks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Which call-backs an agent sees.
     *
     * @param units that they work in, with those below
     * @param own without those below
     */
    record Seer(Set<UnitId> units, Set<UnitId> own) {}

    /** What is due, of what an agent sees. */
    record Due(long today, long late) {}

    /** Who it was and what was said goes with the request that it was about. */
    @EventListener
    void on(RequestDestroyed destroyed) {
        jdbc.sql("""
                        update reception.caller set phone = :nobody, name = null, words = null, outcome = null
                         where call_back_id in (select c.id
                                                  from reception.call_back c
                                                  join requests.request r on r.number = c.request_number
                                                 where r.id = :request)
                        """)
                .param("nobody", FORGOTTEN)
                .param("request", destroyed.request().value())
                .update();
    }

    /** @return false if there is one of that id already: nothing changes then */
    boolean add(CallBack callBack, Caller caller) {
        var added = jdbc.sql("""
                        insert into reception.call_back (id, unit_id, request_number, sensitive, language, day, from_time, until_time,
                                                         due_at, state, held_by, tries, asked_at, version)
                        values (:id, :unit, :request,
                                :sensitive or exists (select from requests.request where number = :request and sensitive),
                                :language, :day, :from, :until, :due, :state, null, 0, :askedAt, 0)
                        on conflict (id) do nothing
                        """)
                .param("id", callBack.id().value())
                .param("unit", callBack.unit().value())
                .param("request", callBack.request().map(RequestNumber::signs).orElse(null), java.sql.Types.VARCHAR)
                .param("sensitive", callBack.sensitive())
                .param("language", callBack.language().code())
                .param("day", callBack.window().day())
                .param("from", callBack.window().from())
                .param("until", callBack.window().until())
                .param("due", Timestamp.from(callBack.window().due()))
                .param("state", callBack.state().code())
                .param("askedAt", Timestamp.from(callBack.askedAt()))
                .update();
        if (added == 1) {
            jdbc.sql(
                            "insert into reception.caller (call_back_id, phone, name, words) values (:id, :phone, :name, :words)")
                    .param("id", callBack.id().value())
                    .param("phone", caller.phone())
                    .param("name", caller.name().orElse(null))
                    .param("words", caller.words().orElse(null))
                    .update();
        }
        return added == 1;
    }

    Optional<CallBack> byId(CallBackId id) {
        return jdbc.sql("select " + COLUMNS + " from reception.call_back c where c.id = ?")
                .param(id.value())
                .query(CallBacks::callBack)
                .optional();
    }

    Optional<CallBack> byId(CallBackId id, Seer seer) {
        return jdbc.sql("select " + COLUMNS + " from reception.call_back c where c.id = :id and " + SEEN)
                .param("id", id.value())
                .param("units", ids(seer.units()))
                .param("own", ids(seer.own()))
                .query(CallBacks::callBack)
                .optional();
    }

    Caller caller(CallBackId id) {
        return jdbc.sql("select phone, name, words, outcome from reception.caller where call_back_id = ?")
                .param(id.value())
                .query(CallBacks::caller)
                .single();
    }

    /** A call-back as a line. */
    record Entry(CallBack callBack, Optional<String> name) {}

    /** The open ones, the first due first; each unit's own index gives its first ones. */
    List<Entry> queue(Seer seer, CallBack.Position after, int most) {
        return jdbc.sql("""
                        select c.*, p.name
                          from unnest(:units) as unit(id),
                               lateral (select c.*
                                          from reception.call_back c
                                         where c.unit_id = unit.id and c.state <> 'done'
                                           and (not c.sensitive or c.unit_id = any (:own))
                                           and (c.due_at, c.id) > (:afterDue, :afterId)
                                         order by c.due_at, c.id
                                         limit :most) as c
                          join reception.caller p on p.call_back_id = c.id
                         order by c.due_at, c.id
                         limit :most
                        """)
                .param("units", ids(seer.units()))
                .param("own", ids(seer.own()))
                .param("afterDue", Timestamp.from(after.due()))
                .param("afterId", after.id())
                .param("most", most)
                .query((row, number) -> new Entry(callBack(row, number), Optional.ofNullable(row.getString("name"))))
                .list();
    }

    Due due(Seer seer, Instant now, Instant tomorrow) {
        return jdbc.sql("""
                        select count(*) as today, count(*) filter (where c.due_at <= :now) as late
                          from reception.call_back c
                         where c.state <> 'done' and c.due_at < :tomorrow and %s
                        """.formatted(SEEN))
                .param("units", ids(seer.units()))
                .param("own", ids(seer.own()))
                .param("now", Timestamp.from(now))
                .param("tomorrow", Timestamp.from(tomorrow))
                .query(Due.class)
                .single();
    }

    /** The open ones that an agent sees of one telephone number, the first due first. */
    List<CallBack> openOf(Collection<String> phones, Seer seer, int most) {
        return jdbc.sql("select " + COLUMNS + """
                          from reception.caller p join reception.call_back c on c.id = p.call_back_id
                         where requests.digits(p.phone) = any (:phones) and c.state <> 'done' and\s""" + SEEN + " order by c.due_at, c.id limit :most")
                .param("phones", phones.toArray(String[]::new))
                .param("units", ids(seer.units()))
                .param("own", ids(seer.own()))
                .param("most", most)
                .query(CallBacks::callBack)
                .list();
    }

    /** Those that an agent sees of one request, the first asked first. */
    List<CallBack> of(RequestNumber request, Seer seer, int most) {
        return jdbc.sql("select " + COLUMNS + " from reception.call_back c where c.request_number = :request and "
                        + SEEN + " order by c.id limit :most")
                .param("request", request.signs())
                .param("units", ids(seer.units()))
                .param("own", ids(seer.own()))
                .param("most", most)
                .query(CallBacks::callBack)
                .list();
    }

    /** @return false if somebody changed it since it was read: nothing changes then */
    boolean change(CallBack changed, Optional<UnitId> movedFrom) {
        return jdbc.sql("""
                        update reception.call_back
                           set unit_id = :unit, moved_from = :movedFrom, state = :state, held_by = :heldBy, tries = :tries,
                               version = version + 1
                         where id = :id and version = :version
                        """)
                        .param("id", changed.id().value())
                        .param("unit", changed.unit().value())
                        .param("movedFrom", movedFrom.map(UnitId::value).orElse(null))
                        .param("state", changed.state().code())
                        .param("heldBy", changed.heldBy().map(AccountId::value).orElse(null))
                        .param("tries", changed.tries())
                        .param("version", changed.version())
                        .update()
                == 1;
    }

    void say(CallBackId id, String outcome) {
        jdbc.sql("update reception.caller set outcome = ? where call_back_id = ?")
                .params(outcome, id.value())
                .update();
    }

    List<CallBack> openIn(UnitId unit) {
        return open("c.unit_id = ?", unit.value());
    }

    List<CallBack> heldBy(AccountId holder) {
        return open("c.held_by = ?", holder.value());
    }

    /** Those that went to that unit when the other closed. */
    List<CallBack> movedFrom(UnitId closed, UnitId successor) {
        return open("c.moved_from = ? and c.unit_id = ?", closed.value(), successor.value());
    }

    private List<CallBack> open(String which, Object... values) {
        return jdbc.sql("select " + COLUMNS + " from reception.call_back c where c.state <> 'done' and " + which
                        + " order by c.id")
                .params(values)
                .query(CallBacks::callBack)
                .list();
    }

    private static UUID[] ids(Set<UnitId> units) {
        return units.stream().map(UnitId::value).toArray(UUID[]::new);
    }

    private static CallBack callBack(ResultSet row, int number) throws SQLException {
        return new CallBack(
                new CallBackId(row.getObject("id", UUID.class)),
                new UnitId(row.getObject("unit_id", UUID.class)),
                Optional.ofNullable(row.getString("request_number")).map(RequestNumber::new),
                row.getBoolean("sensitive"),
                Language.of(row.getString("language")).orElse(Language.FR),
                new CallWindow(
                        row.getObject("day", LocalDate.class),
                        row.getObject("from_time", LocalTime.class),
                        row.getObject("until_time", LocalTime.class)),
                CallBackState.of(row.getString("state")),
                Optional.ofNullable(row.getObject("held_by", UUID.class)).map(AccountId::new),
                row.getInt("tries"),
                row.getTimestamp("asked_at").toInstant(),
                row.getInt("version"));
    }

    private static Caller caller(ResultSet row, int number) throws SQLException {
        return new Caller(
                row.getString("phone"),
                Optional.ofNullable(row.getString("name")),
                Optional.ofNullable(row.getString("words")),
                Optional.ofNullable(row.getString("outcome")));
    }
}
