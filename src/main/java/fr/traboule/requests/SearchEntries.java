package fr.traboule.requests;

import fr.traboule.city.UnitId;
import fr.traboule.city.Whereabouts;
import fr.traboule.ground.access.AccountId;
import fr.traboule.routing.SubjectId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The one row per request that queues and search read. */
@Repository
class SearchEntries {

    /** Of the person, the place, the description, and what was said since, in this order. */
    private static final String WORDS = """
            setweight(to_tsvector('ground.fr', %s), 'A') || setweight(to_tsvector('ground.fr', %s), 'B')
            || setweight(to_tsvector('ground.fr', %s), 'C') || setweight(to_tsvector('ground.fr', %s), 'D')""";

    private static final String[] OPEN = Arrays.stream(RequestStatus.values())
            .filter(RequestStatus::isOpen)
            .map(RequestStatus::code)
            .toArray(String[]::new);

    private final JdbcClient jdbc;

    SearchEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Request request, Statement statement, Optional<AccountId> filedBy) {
        jdbc.sql("""
                        insert into requests.search_entry (request_id, unit_id, subject_id, area_code, status, open, due_on, received_at,
                                                           filed_by, sensitive, words)
                        values (:id, :unit, :subject, :area, :status, :open, :dueOn, :receivedAt, :filedBy, :sensitive, %s)
                        """.formatted(WORDS.formatted(":person", ":place", ":description", "''")))
                .param("id", request.id().value())
                .param("unit", request.unit().value())
                .param("subject", request.subject().map(SubjectId::value).orElse(null))
                .param("area", request.area().orElse(null))
                .param("status", request.status().code())
                .param("open", request.status().isOpen())
                .param("dueOn", request.dueOn())
                .param("receivedAt", Timestamp.from(request.receivedAt()))
                .param("filedBy", filedBy.map(AccountId::value).orElse(null))
                .param("sensitive", request.sensitive())
                .param("person", person(statement.contact()))
                .param("place", statement.where().map(Whereabouts::label).orElse(""))
                .param("description", statement.description())
                .update();
        toLearn(List.of(request.id().value()));
    }

    /** Their words are learned a little later, so that nobody waits for anybody; of what was destroyed there are none. */
    private void toLearn(List<UUID> ids) {
        jdbc.sql("""
                        insert into requests.unlearned (request_id)
                        select request_id from requests.search_entry where request_id = any (?)
                        on conflict do nothing
                        """).param(ids.toArray(UUID[]::new)).update();
    }

    /** Whether that agent filed it. */
    boolean isFiledBy(RequestId request, AccountId account) {
        return jdbc.sql("select exists (select from requests.search_entry where request_id = ? and filed_by = ?)")
                .params(request.value(), account.value())
                .query(Boolean.class)
                .single();
    }

    void change(Request request) {
        jdbc.sql("""
                        update requests.search_entry
                           set unit_id = :unit, held_by = :heldBy, subject_id = :subject, status = :status, open = :open,
                               due_on = :dueOn, sensitive = :sensitive, chases = :chases
                         where request_id = :id
                        """)
                .param("id", request.id().value())
                .param("unit", request.unit().value())
                .param("subject", request.subject().map(SubjectId::value).orElse(null))
                .param("status", request.status().code())
                .param("open", request.status().isOpen())
                .param("dueOn", request.dueOn())
                .param("heldBy", request.heldBy().map(AccountId::value).orElse(null))
                .param("sensitive", request.sensitive())
                .param("chases", request.chases())
                .update();
    }

    /** All those are another unit's now. */
    void hand(Collection<UUID> requests, UnitId unit) {
        jdbc.sql("update requests.search_entry set unit_id = ? where request_id = any (?)")
                .params(unit.value(), requests.toArray(UUID[]::new))
                .update();
    }

    /**
     * What was said since is found too. Whoever says something about the same request at this moment waits for the end of the
     * transaction, and then finds these words.
     */
    void addWhatWasSaid(RequestId request) {
        jdbc.sql("select id from requests.request where id = ? for no key update")
                .param(request.value())
                .query(UUID.class)
                .single();
        write(List.of(request.value()));
    }

    long count() {
        return jdbc.sql("select count(*) from requests.request")
                .query(Long.class)
                .single();
    }

    /**
     * Writes the rows of the next requests again, in the order of their ids, from what they were made of; a row that is right
     * is left alone. The requests are held meanwhile: whoever changes one comes before or after, never between.
     *
     * @return the requests of those rows
     */
    List<RequestId> rebuild(Optional<RequestId> after, int most) {
        var ids = jdbc.sql("select id from requests.request where id > ? order by id limit ? for share")
                .params(after.map(RequestId::value).orElse(new UUID(0, 0)), most)
                .query(UUID.class)
                .list();
        write(ids);
        return ids.stream().map(RequestId::new).toList();
    }

    /** Of requests that are held: what is committed since they are is seen. */
    private void write(List<UUID> ids) {
        jdbc.sql("""
                        insert into requests.search_entry as e (request_id, unit_id, held_by, subject_id, area_code, status, open,
                                                                due_on, received_at, filed_by, sensitive, chases, archived, words)
                        select id, unit_id, held_by, subject_id, area_code, status, status = any (:open), due_on, received_at,
                               filed_by, sensitive, chases, archived_at is not null, %s
                          from (select r.*, s.name, s.email, s.phone, s.postal_address, s.place, s.description,
                                       (select string_agg(m.words, ' ' order by m.id) from requests.message m
                                         where m.request_id = r.id) as said,
                                       (select h.actor_id from requests.history h
                                         where h.subject_id = r.id and h.kind = :received order by h.id limit 1) as filed_by
                                  from requests.request r
                                  join requests.statement s on s.request_id = r.id
                                 where r.id = any (:ids)) as told
                        on conflict (request_id) do update
                           set unit_id = excluded.unit_id, held_by = excluded.held_by, subject_id = excluded.subject_id,
                               area_code = excluded.area_code, status = excluded.status, open = excluded.open,
                               due_on = excluded.due_on, received_at = excluded.received_at, filed_by = excluded.filed_by,
                               sensitive = excluded.sensitive, chases = excluded.chases, archived = excluded.archived, words = excluded.words
                         where (e.unit_id, e.held_by, e.subject_id, e.area_code, e.status, e.open, e.due_on, e.received_at,
                                e.filed_by, e.sensitive, e.chases, e.archived, e.words)
                               is distinct from
                               (excluded.unit_id, excluded.held_by, excluded.subject_id, excluded.area_code, excluded.status,
                                excluded.open, excluded.due_on, excluded.received_at, excluded.filed_by, excluded.sensitive,
                                excluded.chases, excluded.archived, excluded.words)
                        """.formatted(WORDS.formatted(
                        "concat_ws(' ', name, email, phone, postal_address)",
                        "coalesce(place, '')",
                        "description",
                        "coalesce(said, '')")))
                .param("ids", ids.toArray(UUID[]::new))
                .param("open", OPEN)
                .param("received", FactKind.RECEIVED.code())
                .update();
        toLearn(ids);
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
                .query(SearchEntries::entry)
                .list();
    }

    /** How many are in that queue; no further than the limit. */
    int countQueue(Scope scope, RequestFilter filter, LocalDate today, int limit) {
        return jdbc.sql("""
                        select count(*)
                          from (select 1
                                  from requests.search_entry e
                                 where e.unit_id = any (:wantedUnits) and e.open and %s and %s
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
     * What is looked for.
     *
     * @param words all of which must stand in it, whoever said them; any where blank
     * @param phones one of which its person left; any where empty
     */
    record Sought(String words, List<String> phones) {

        String condition() {
            var parts = new ArrayList<String>();
            parts.add("true");
            if (!words.isBlank()) {
                parts.add("e.words @@ plainto_tsquery('ground.fr', :words)");
            }
            if (!phones.isEmpty()) {
                parts.add("""
                        e.request_id = any (array(select p.request_id from requests.statement p
                                                   where p.phone is not null and requests.digits(p.phone) = any (:phones)))""");
            }
            return String.join(" and ", parts);
        }
    }

    /** The last received of a scope: those of its units, unit by unit; those filed; those that an opinion is asked about. */
    private static final String VISIBLE = """
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
                        marked && !sought.words().isBlank() ? """
                        ts_headline('ground.fr', concat_ws(' … ', s.description,
                            (select string_agg(m.words, ' … ' order by m.id) from requests.message m
                              where m.request_id = e.request_id)),
                            plainto_tsquery('ground.fr', :words), :marks)""" : "s.description",
                        scope,
                        sought,
                        filter,
                        today,
                        after)
                .param("most", most)
                .param(
                        "marks",
                        "StartSel=%s, StopSel=%s, MaxWords=28, MinWords=12"
                                .formatted(QueueEntry.FOUND, QueueEntry.FOUND_END))
                .query(SearchEntries::entry)
                .list();
    }

    /** How many there are; no further than the limit. */
    int count(Scope scope, Sought sought, RequestFilter filter, LocalDate today, int limit) {
        return visible(
                        "select count(*) from (select * from (%s) as visible limit :most) as %s",
                        "counted", scope, sought, filter, today, Optional.empty())
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
            Optional<SearchPosition> after) {
        var visible = VISIBLE.formatted(Scope.PREDICATE, filter.condition() + " and " + sought.condition());
        return jdbc.sql(sql.formatted(visible, what))
                .params(scope.parameters())
                .params(filter.parameters(scope, today))
                .param("words", sought.words())
                .param("phones", sought.phones().toArray(String[]::new))
                .param(
                        "afterAt",
                        Timestamp.from(after.map(SearchPosition::receivedAt).orElse(SearchPosition.AFTER_ALL)))
                .param(
                        "afterId",
                        after.map(position -> position.request().value()).orElse(new UUID(-1, -1)));
    }

    private static String person(Contact contact) {
        return String.join(
                " ",
                contact.name().orElse(""),
                contact.email().orElse(""),
                contact.phone().orElse(""),
                contact.postalAddress().orElse(""));
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
