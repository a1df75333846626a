package fr.traboule.requests;

import fr.traboule.calendar.CityTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Searches of a scope, read from the {@linkplain SearchEntries one row per request}, the last received first. Words are looked
 * for in one {@linkplain SearchWindow window of time} after the other.
 */
@Repository
class EntrySearch {

    /** Words that stand in fewer requests of some weeks are looked for in all of time at once. */
    private static final int RARE = 200;

    /** Of words that stand in so many requests of a window, the index tells those of a unit faster than the rows do. */
    private static final int COMMON = 4_000;

    /** Of few units: those of its units, unit by unit; those filed; those that an opinion is asked about. */
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

    /** Each that has the words is looked at. */
    private static final String ALL_TOGETHER = """
            select e.request_id, e.received_at
              from requests.search_entry e
             where %1$s and %2$s and (e.received_at, e.request_id) < (:afterAt, :afterId)
             order by e.received_at desc, e.request_id desc
             limit :most""";

    /** The same where the words are not common; how many have them comes with each row, and where nothing is found too. */
    private static final String UNLESS_COMMON = """
            with standing as materialized (
                select e.request_id, e.unit_id, e.held_by, e.subject_id, e.area_code, e.status, e.open, e.due_on, e.received_at,
                       e.filed_by, e.sensitive, e.chases, e.archived
                  from requests.search_entry e
                 where %3$s
                 limit :common)
            select counted.number, visible.request_id, visible.received_at
              from (select count(*) as number from standing) as counted
              left join lateral (select e.request_id, e.received_at
                                   from standing e
                                  where %1$s and %2$s and (e.received_at, e.request_id) < (:afterAt, :afterId)
                                  order by e.received_at desc, e.request_id desc
                                  limit :most) as visible on true
             order by visible.received_at desc, visible.request_id desc""";

    private final JdbcClient jdbc;

    EntrySearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where those that were found stand. */
    List<SearchPosition> find(
            Scope scope,
            Sought sought,
            RequestFilter filter,
            LocalDate today,
            Optional<SearchPosition> after,
            int most) {
        var found = new ArrayList<SearchPosition>();
        var query = new Query(scope, sought, filter, today, after);
        for (var window : windows(sought, today, after)) {
            found.addAll(find(query, window, most - found.size()));
            if (found.size() >= most) {
                break;
            }
        }
        return found;
    }

    /** How many there are, for files of whole lists; no further than the limit. */
    int count(Scope scope, Sought sought, RequestFilter filter, LocalDate today, int limit) {
        var query = new Query(scope, sought, filter, today, Optional.empty());
        var wanted = sought.hasWords() ? ALL_TOGETHER : inOrderOfTime(filter);
        return statement(
                        "select count(*) from (%s) as counted"
                                .formatted(wanted.formatted(Scope.PREDICATE, condition(query, SearchWindow.ALL))),
                        query,
                        SearchWindow.ALL,
                        limit)
                .query(Integer.class)
                .single();
    }

    private record Query(
            Scope scope, Sought sought, RequestFilter filter, LocalDate today, Optional<SearchPosition> after) {}

    /** Of common words, the index tells those of a unit faster than the rows do; of others, the rows do. */
    private List<SearchPosition> find(Query query, SearchWindow window, int most) {
        if (!query.sought().hasWords()) {
            return find(inOrderOfTime(query.filter()), query, window, most);
        }
        return query.filter().isOfFewUnits(query.scope())
                ? unlessCommon(query, window, most).orElseGet(() -> find(UNIT_BY_UNIT, query, window, most))
                : find(ALL_TOGETHER, query, window, most);
    }

    /** Without words, the database reads in the order of time anyway; rare ones are found at once. */
    private List<SearchWindow> windows(Sought sought, LocalDate today, Optional<SearchPosition> after) {
        if (!sought.hasWords()) {
            return List.of(SearchWindow.ALL);
        }
        var windows = SearchWindow.before(
                after.map(SearchPosition::receivedAt).orElseGet(() -> CityTime.startOf(today.plusDays(2))));
        // The first may have begun yesterday, the second may be older than all requests.
        return windows.stream().limit(2).allMatch(window -> isRare(sought, window))
                ? List.of(SearchWindow.ALL)
                : windows;
    }

    /** Whoever may see those that have the words. */
    private boolean isRare(Sought sought, SearchWindow window) {
        return jdbc.sql(
                                "select count(*) from (select from requests.search_entry e where %s and %s limit :rare) as standing"
                                        .formatted(window.condition(), sought.condition()))
                        .params(sought.parameters())
                        .params(window.parameters())
                        .param("rare", RARE)
                        .query(Integer.class)
                        .single()
                < RARE;
    }

    /** Each unit's rows, and each agent's own, are in an index in the order of time. */
    private static String inOrderOfTime(RequestFilter filter) {
        return filter.view() == QueueView.FILED ? ALL_TOGETHER : UNIT_BY_UNIT;
    }

    private static String condition(Query query, SearchWindow window) {
        return String.join(
                " and ",
                query.filter().condition(),
                window.condition(),
                query.sought().condition());
    }

    private List<SearchPosition> find(String wanted, Query query, SearchWindow window, int most) {
        return statement(
                        "select * from (%s) as visible order by received_at desc, request_id desc limit :most"
                                .formatted(wanted.formatted(Scope.PREDICATE, condition(query, window))),
                        query,
                        window,
                        most)
                .query(EntrySearch::position)
                .list();
    }

    /** Empty where the words are common in that window. */
    private Optional<List<SearchPosition>> unlessCommon(Query query, SearchWindow window, int most) {
        var standing = window.condition() + " and " + query.sought().condition();
        var found = new ArrayList<SearchPosition>();
        var common = new AtomicBoolean();
        statement(UNLESS_COMMON.formatted(Scope.PREDICATE, query.filter().condition(), standing), query, window, most)
                .param("common", COMMON)
                .query(row -> {
                    common.set(row.getInt("number") == COMMON);
                    if (row.getObject("request_id") != null) {
                        found.add(position(row, 0));
                    }
                });
        return common.get() ? Optional.empty() : Optional.of(found);
    }

    private JdbcClient.StatementSpec statement(String sql, Query query, SearchWindow window, int most) {
        return jdbc.sql(sql)
                .params(query.scope().parameters())
                .params(query.filter().parameters(query.scope(), query.today()))
                .params(query.sought().parameters())
                .params(window.parameters())
                .param(
                        "afterAt",
                        Timestamp.from(
                                query.after().map(SearchPosition::receivedAt).orElse(SearchPosition.AFTER_ALL)))
                .param(
                        "afterId",
                        query.after()
                                .map(position -> position.request().value())
                                .orElse(new UUID(-1, -1)))
                .param("most", most);
    }

    private static SearchPosition position(ResultSet row, int number) throws SQLException {
        return new SearchPosition(
                row.getTimestamp("received_at").toInstant(), new RequestId(row.getObject("request_id", UUID.class)));
    }

    /** The requests that were found, as they are, each with its whole description. */
    List<QueueEntry> entries(List<SearchPosition> found) {
        return entries(found, "s.description", "");
    }

    /** The same, with the part in which the words stand instead, between {@link QueueEntry#FOUND} and {@link QueueEntry#FOUND_END}. */
    List<QueueEntry> marked(List<SearchPosition> found, String words) {
        return entries(found, """
                ts_headline('ground.fr', concat_ws(' … ', s.description,
                    (select string_agg(m.words, ' … ' order by m.id) from requests.message m
                      where m.request_id = e.request_id)),
                    plainto_tsquery('ground.fr', :words), :marks)""", words);
    }

    private List<QueueEntry> entries(List<SearchPosition> found, String description, String words) {
        return jdbc.sql("""
                        select r.number, r.channel, e.request_id, e.subject_id, e.area_code, e.unit_id, e.held_by, e.status, e.due_on,
                               e.received_at, e.chases, s.place, %s as description, %s
                          from requests.search_entry e
                          join requests.request r on r.id = e.request_id
                          join requests.statement s on s.request_id = e.request_id
                         where e.request_id = any (:found)
                         order by e.received_at desc, e.request_id desc
                        """.formatted(description, News.lastFact("e")))
                .param(
                        "found",
                        found.stream()
                                .map(position -> position.request().value())
                                .toArray(UUID[]::new))
                .param("words", words)
                .param(
                        "marks",
                        "StartSel=%s, StopSel=%s, MaxWords=28, MinWords=12"
                                .formatted(QueueEntry.FOUND, QueueEntry.FOUND_END))
                .query(QueueEntry::of)
                .list();
    }
}
