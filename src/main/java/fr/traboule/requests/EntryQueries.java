package fr.traboule.requests;

import fr.traboule.calendar.CityTime;
import fr.traboule.city.UnitId;
import fr.traboule.ground.access.AccountId;
import fr.traboule.routing.SubjectId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Queues and searches of a scope, read from the {@linkplain SearchEntries one row per request}. */
@Repository
class EntryQueries {

    private final JdbcClient jdbc;

    EntryQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The open requests of the scope's units, those due first at the top; each unit's own index gives its first ones. */
    List<QueueEntry> queue(
            Scope scope, RequestFilter filter, LocalDate today, Optional<QueuePosition> after, int most) {
        return jdbc.sql("""
                        select line.*
                          from unnest(:wantedUnits) as unit(id),
                               lateral (select r.number, r.channel, e.request_id, e.subject_id, e.area_code, e.unit_id, e.held_by,
                                               e.status, e.due_on, e.received_at, e.chases, s.description, s.place
                                          from requests.search_entry e
                                          join requests.request r on r.id = e.request_id
                                          join requests.statement s on s.request_id = e.request_id
                                         where e.unit_id = unit.id and e.open and %s
                                           and (e.due_on, e.request_id) > (:afterDay, :afterId)
                                           and %s
                                         order by e.due_on, e.request_id
                                         limit :most) as line
                         order by line.due_on, line.request_id
                         limit :most
                        """.formatted(Scope.SENSITIVE, filter.condition()))
                .params(scope.parameters())
                .params(filter.parameters(scope, today))
                .param("afterDay", after.map(QueuePosition::dueOn).orElse(LocalDate.EPOCH))
                .param(
                        "afterId",
                        after.map(position -> position.request().value()).orElse(new UUID(0, 0)))
                .param("most", most)
                .query(EntryQueries::entry)
                .list();
    }

    /** How many are in that queue; no further than the limit. */
    int countQueue(Scope scope, RequestFilter filter, LocalDate today, int limit) {
        return jdbc.sql("""
                        select count(*)
                          from (select 1
                                  from unnest(:wantedUnits) as unit(id),
                                       lateral (select 1
                                                  from requests.search_entry e
                                                 where e.unit_id = unit.id and e.open and %s and %s
                                                 order by e.due_on, e.request_id
                                                 limit :limit) as line
                                 limit :limit) as counted
                        """.formatted(Scope.SENSITIVE, filter.condition()))
                .params(scope.parameters())
                .params(filter.parameters(scope, today))
                .param("limit", limit)
                .query(Integer.class)
                .single();
    }

    /** Who has open requests of the scope in hand. */
    List<AccountId> holders(Scope scope) {
        return jdbc.sql("""
                        select distinct e.held_by
                          from requests.search_entry e
                         where e.unit_id = any (:scopeUnits) and e.open and e.held_by is not null and %s
                        """.formatted(Scope.SENSITIVE)).params(scope.parameters()).query(UUID.class).list().stream()
                .map(AccountId::new)
                .toList();
    }

    /**
     * The last received of a scope of few units: those of its units, unit by unit; those filed; those that an opinion is asked
     * about.
     */
    private static final String UNIT_BY_UNIT = """
            (select line.*
               from unnest(:wantedUnits) as unit(id),
                    lateral (select e.request_id, e.received_at
                               from requests.search_entry e
                              where e.unit_id = unit.id and %1$s and %2$s and (e.received_at, e.request_id) < (:afterAt, :afterId)
                              order by e.received_at desc, e.request_id desc
                              limit :most) as line)
            union
            (select e.request_id, e.received_at
               from requests.search_entry e
              where e.filed_by = :scopeAccount and %1$s and %2$s and (e.received_at, e.request_id) < (:afterAt, :afterId)
              order by e.received_at desc, e.request_id desc
              limit :most)
            union
            (select e.request_id, e.received_at
               from requests.search_entry e
              where e.request_id = any (array(select asked.request_id from requests.opinion asked
                                               where asked.given_at is null and asked.unit_id = any (:scopeUnits)))
                and %1$s and %2$s and (e.received_at, e.request_id) < (:afterAt, :afterId)
              order by e.received_at desc, e.request_id desc
              limit :most)""";

    /** The same where the scope is most of the city: each that has the words is looked at. */
    private static final String ALL_TOGETHER = """
            select e.request_id, e.received_at
              from requests.search_entry e
             where %1$s and %2$s and (e.received_at, e.request_id) < (:afterAt, :afterId)
             order by e.received_at desc, e.request_id desc
             limit :most""";

    /**
     * Requests of the scope, the last received first.
     *
     * @param marked whether the words found are shown where they stand, between {@link QueueEntry#FOUND} and
     *     {@link QueueEntry#FOUND_END}; else the description is whole
     */
    List<QueueEntry> search(
            Scope scope,
            Sought sought,
            RequestFilter filter,
            LocalDate today,
            Optional<SearchPosition> after,
            int most,
            boolean marked) {
        var found = new ArrayList<QueueEntry>();
        for (var window : windows(sought, today, after)) {
            found.addAll(search(scope, sought, filter, today, after, window, most - found.size(), marked));
            if (found.size() >= most) {
                break;
            }
        }
        return found;
    }

    /** How many there are; no further than the limit. */
    int count(Scope scope, Sought sought, RequestFilter filter, LocalDate today, int limit) {
        var counted = 0;
        for (var window : windows(sought, today, Optional.empty())) {
            counted += count(scope, sought, filter, today, window, limit - counted);
            if (counted >= limit) {
                break;
            }
        }
        return counted;
    }

    /** Without words, the database reads in the order of time anyway. */
    private static List<SearchWindow> windows(Sought sought, LocalDate today, Optional<SearchPosition> after) {
        return sought.hasWords()
                ? SearchWindow.before(
                        after.map(SearchPosition::receivedAt).orElseGet(() -> CityTime.startOf(today.plusDays(2))))
                : List.of(SearchWindow.ALL);
    }

    private List<QueueEntry> search(
            Scope scope,
            Sought sought,
            RequestFilter filter,
            LocalDate today,
            Optional<SearchPosition> after,
            SearchWindow window,
            int most,
            boolean marked) {
        return visible(
                        """
                        with found as (
                            select * from (%s) as visible order by received_at desc, request_id desc limit :most)
                        select r.number, r.channel, e.request_id, e.subject_id, e.area_code, e.unit_id, e.held_by, e.status, e.due_on,
                               e.received_at, e.chases, s.place, %s as description
                          from found
                          join requests.search_entry e on e.request_id = found.request_id
                          join requests.request r on r.id = e.request_id
                          join requests.statement s on s.request_id = e.request_id
                         order by e.received_at desc, e.request_id desc
                        """,
                        marked && sought.hasWords() ? """
                        ts_headline('ground.fr', concat_ws(' … ', s.description,
                            (select string_agg(m.words, ' … ' order by m.id) from requests.message m
                              where m.request_id = e.request_id)),
                            plainto_tsquery('ground.fr', :words), :marks)""" : "s.description",
                        scope,
                        sought,
                        filter,
                        today,
                        after,
                        window)
                .param("most", most)
                .param(
                        "marks",
                        "StartSel=%s, StopSel=%s, MaxWords=28, MinWords=12"
                                .formatted(QueueEntry.FOUND, QueueEntry.FOUND_END))
                .query(EntryQueries::entry)
                .list();
    }

    private int count(
            Scope scope, Sought sought, RequestFilter filter, LocalDate today, SearchWindow window, int limit) {
        return visible(
                        "select count(*) from (select * from (%s) as visible limit :most) as %s",
                        "counted", scope, sought, filter, today, Optional.empty(), window)
                .param("most", limit)
                .query(Integer.class)
                .single();
    }

    private JdbcClient.StatementSpec visible(
            String sql,
            String what,
            Scope scope,
            Sought sought,
            RequestFilter filter,
            LocalDate today,
            Optional<SearchPosition> after,
            SearchWindow window) {
        var wanted = sought.hasWords() && !filter.isOfFewUnits(scope) ? ALL_TOGETHER : UNIT_BY_UNIT;
        var visible = wanted.formatted(
                Scope.PREDICATE, String.join(" and ", filter.condition(), window.condition(), sought.condition()));
        return jdbc.sql(sql.formatted(visible, what))
                .params(scope.parameters())
                .params(filter.parameters(scope, today))
                .param("words", sought.words())
                .param("phones", sought.phones().toArray(String[]::new))
                .param("periods", window.periodArray())
                .param("lastPeriod", window.last())
                .param(
                        "afterAt",
                        Timestamp.from(after.map(SearchPosition::receivedAt).orElse(SearchPosition.AFTER_ALL)))
                .param(
                        "afterId",
                        after.map(position -> position.request().value()).orElse(new UUID(-1, -1)));
    }

    private static QueueEntry entry(ResultSet row, int number) throws SQLException {
        return new QueueEntry(
                new RequestId(row.getObject("request_id", UUID.class)),
                new RequestNumber(row.getString("number")),
                Optional.ofNullable(row.getObject("subject_id", UUID.class)).map(SubjectId::new),
                new UnitId(row.getObject("unit_id", UUID.class)),
                Optional.ofNullable(row.getObject("held_by", UUID.class)).map(AccountId::new),
                RequestStatus.of(row.getString("status")),
                row.getObject("due_on", LocalDate.class),
                row.getTimestamp("received_at").toInstant(),
                row.getInt("chases"),
                row.getString("description"),
                Optional.ofNullable(row.getString("place")),
                Channel.of(row.getString("channel")),
                Optional.ofNullable(row.getString("area_code")));
    }
}
