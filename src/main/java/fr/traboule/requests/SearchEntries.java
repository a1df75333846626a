package fr.traboule.requests;

import fr.traboule.city.UnitId;
import fr.traboule.city.Whereabouts;
import fr.traboule.ground.access.AccountId;
import fr.traboule.routing.SubjectId;
import fr.traboule.routing.Subjects;
import fr.traboule.web.Language;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The one row per request that {@link EntryQueries queues and searches} read. */
@Repository
class SearchEntries {

    /** Of the person, the place, the description with the subject that lists show above it, and what was said since, in this order. */
    private static final String WORDS = """
            setweight(to_tsvector('ground.fr', %s), 'A') || setweight(to_tsvector('ground.fr', %s), 'B')
            || setweight(to_tsvector('ground.fr', %s), 'C') || setweight(to_tsvector('ground.fr', %s), 'D')""";

    private static final String[] OPEN = Arrays.stream(RequestStatus.values())
            .filter(RequestStatus::isOpen)
            .map(RequestStatus::code)
            .toArray(String[]::new);

    private final JdbcClient jdbc;
    private final Subjects subjects;

    SearchEntries(JdbcClient jdbc, Subjects subjects) {
        this.jdbc = jdbc;
        this.subjects = subjects;
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
                .param(
                        "description",
                        statement.description() + " "
                                + request.subject().map(this::title).orElse(""))
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

    /** French is what all agents read. */
    private String title(SubjectId subject) {
        return subjects.byId(subject)
                .map(known -> known.title().in(Language.FR).text())
                .orElse("");
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
        var about = jdbc.sql(
                        "select distinct subject_id from requests.request where id = any (?) and subject_id is not null")
                .param(ids.toArray(UUID[]::new))
                .query(UUID.class)
                .list();
        jdbc.sql("""
                        insert into requests.search_entry as e (request_id, unit_id, held_by, subject_id, area_code, status, open,
                                                                due_on, received_at, filed_by, sensitive, chases, archived, words)
                        select id, unit_id, held_by, subject_id, area_code, status, status = any (:open), due_on, received_at,
                               filed_by, sensitive, chases, archived_at is not null, %s
                          from (select r.*, s.name, s.email, s.phone, s.postal_address, s.place, s.description,
                                       titles.title,
                                       (select string_agg(m.words, ' ' order by m.id) from requests.message m
                                         where m.request_id = r.id) as said,
                                       (select h.actor_id from requests.history h
                                         where h.subject_id = r.id and h.kind = :received order by h.id limit 1) as filed_by
                                  from requests.request r
                                  join requests.statement s on s.request_id = r.id
                                  left join unnest(:subjects::uuid[], :titles::text[]) as titles(id, title) on titles.id = r.subject_id
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
                        "concat_ws(' ', description, title)",
                        "coalesce(said, '')")))
                .param("ids", ids.toArray(UUID[]::new))
                .param("subjects", about.toArray(UUID[]::new))
                .param(
                        "titles",
                        about.stream().map(id -> title(new SubjectId(id))).toArray(String[]::new))
                .param("open", OPEN)
                .param("received", FactKind.RECEIVED.code())
                .update();
        toLearn(ids);
    }

    private static String person(Contact contact) {
        return String.join(
                " ",
                contact.name().orElse(""),
                contact.email().orElse(""),
                contact.phone().orElse(""),
                contact.postalAddress().orElse(""));
    }
}
