package fr.traboule.reception;

import fr.traboule.city.UnitId;
import fr.traboule.ground.access.AccountId;
import fr.traboule.ground.files.FileId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The drafts of the desk, and who filed what from which page. */
@Repository
class Drafts {

    private static final String COLUMNS = """
            d.id, d.unit_id, d.holder, d.sensitive, d.state, d.content, d.files, d.saved_page, d.started_at, d.saved_at, d.expires_at,
            d.ended_at, d.version
            """;

    /** One's own, and those of one's units; sensitive ones only where one works in the unit itself. */
    private static final String SEEN =
            "(d.holder = :account or d.unit_id = any (:units) and (not d.sensitive or d.unit_id = any (:own)))";

    /** Far more than all the fields take together. */
    private static final int LONGEST = 100_000;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Drafts(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Whose drafts an agent sees besides their own. */
    record Seer(AccountId account, CallBacks.Seer units) {}

    /** @return false if there is one of that id: nothing changes then */
    boolean add(Draft draft) {
        return jdbc.sql("""
                        insert into reception.draft (id, unit_id, holder, sensitive, state, content, files, saved_page, started_at,
                                                     saved_at, expires_at, version)
                        values (:id, :unit, :holder, :sensitive, 'open', :content::jsonb, :files, :page, :at, :at, :expires, 0)
                        on conflict (id) do nothing
                        """)
                        .param("id", draft.id())
                        .param("unit", draft.unit().map(UnitId::value).orElse(null))
                        .param("holder", draft.holder().value())
                        .param("sensitive", draft.sensitive())
                        .param("content", content(draft))
                        .param("files", uuids(draft.files()))
                        .param("page", draft.savedPage())
                        .param("at", Timestamp.from(draft.savedAt()))
                        .param("expires", Timestamp.from(draft.expiresAt()))
                        .update()
                == 1;
    }

    /** Whoever else changes it waits until the transaction is done. */
    Optional<Draft> lock(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from reception.draft d where d.id = ? for update")
                .param(id)
                .query(this::draft)
                .optional();
    }

    Optional<Draft> byId(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from reception.draft d where d.id = ?")
                .param(id)
                .query(this::draft)
                .optional();
    }

    Optional<Draft> byId(UUID id, Seer seer) {
        return jdbc.sql("select " + COLUMNS + " from reception.draft d where d.id = :id and " + SEEN)
                .param("id", id)
                .param("account", seer.account().value())
                .param("units", ids(seer.units().units()))
                .param("own", ids(seer.units().own()))
                .query(this::draft)
                .optional();
    }

    /** The open ones, the first begun first. */
    List<Draft> open(Seer seer, UUID after, int most) {
        return jdbc.sql("select " + COLUMNS + """
                          from reception.draft d
                         where d.state = 'open' and d.id > :after and %s
                         order by d.id
                         limit :most
                        """.formatted(SEEN))
                .param("after", after)
                .param("account", seer.account().value())
                .param("units", ids(seer.units().units()))
                .param("own", ids(seer.units().own()))
                .param("most", most)
                .query(this::draft)
                .list();
    }

    /** Those that came to their end unfinished, the last first. */
    List<Draft> expired(Seer seer, int most) {
        return jdbc.sql("select " + COLUMNS + """
                          from reception.draft d
                         where d.state = 'expired' and d.ended_at is not null and %s
                         order by d.ended_at desc
                         limit :most
                        """.formatted(SEEN))
                .param("account", seer.account().value())
                .param("units", ids(seer.units().units()))
                .param("own", ids(seer.units().own()))
                .param("most", most)
                .query(this::draft)
                .list();
    }

    /** How many open ones somebody holds, and how many of these end soon. */
    record Held(long number, long ending) {}

    Held heldBy(AccountId account, Instant soon) {
        return jdbc.sql("""
                        select count(*) as number, count(*) filter (where expires_at < :soon) as ending
                          from reception.draft where state = 'open' and holder = :account
                        """)
                .param("soon", Timestamp.from(soon))
                .param("account", account.value())
                .query(Held.class)
                .single();
    }

    List<Draft> openOf(AccountId holder) {
        return jdbc.sql("select " + COLUMNS
                        + " from reception.draft d where d.state = 'open' and d.holder = ? order by d.id")
                .param(holder.value())
                .query(this::draft)
                .list();
    }

    /** @return false if somebody changed it since it was read */
    boolean change(Draft changed) {
        return jdbc.sql("""
                        update reception.draft
                           set unit_id = :unit, holder = :holder, sensitive = :sensitive, content = :content::jsonb, files = :files,
                               saved_page = :page, saved_at = :at, expires_at = :expires, version = version + 1
                         where id = :id and version = :version and state = 'open'
                        """)
                        .param("unit", changed.unit().map(UnitId::value).orElse(null))
                        .param("holder", changed.holder().value())
                        .param("sensitive", changed.sensitive())
                        .param("content", content(changed))
                        .param("files", uuids(changed.files()))
                        .param("page", changed.savedPage())
                        .param("at", Timestamp.from(changed.savedAt()))
                        .param("expires", Timestamp.from(changed.expiresAt()))
                        .param("id", changed.id())
                        .param("version", changed.version())
                        .update()
                == 1;
    }

    /** What was typed goes with its end. @return false if somebody changed it since it was read */
    boolean end(Draft draft, DraftState state, Instant at) {
        return jdbc.sql("""
                        update reception.draft
                           set state = :state, content = null, files = '{}', ended_at = :at, version = version + 1
                         where id = :id and version = :version and state = 'open'
                        """)
                        .param("state", state.code())
                        .param("at", Timestamp.from(at))
                        .param("id", draft.id())
                        .param("version", draft.version())
                        .update()
                == 1;
    }

    List<Draft> due(Instant now, int most) {
        return jdbc.sql("select " + COLUMNS + """
                          from reception.draft d
                         where d.state = 'open' and d.expires_at <= ?
                         order by d.expires_at limit ? for update skip locked
                        """)
                .params(Timestamp.from(now), most)
                .query(this::draft)
                .list();
    }

    int forget(Instant endedBefore) {
        return jdbc.sql("delete from reception.draft where state <> 'open' and ended_at < ?")
                .param(Timestamp.from(endedBefore))
                .update();
    }

    void move(UnitId from, UnitId to) {
        jdbc.sql("update reception.draft set unit_id = ? where unit_id = ? and state = 'open'")
                .params(to.value(), from.value())
                .update();
    }

    /** Somebody filed that from that page. */
    record Filing(UUID page, AccountId account, Instant at) {}

    /** @return false if it is filed; whoever files it at the same moment is waited for */
    boolean file(UUID request, Filing filing) {
        return jdbc.sql("""
                        insert into reception.filing (request_id, page, account_id, filed_at) values (?, ?, ?, ?)
                        on conflict (request_id) do nothing
                        """)
                        .params(request, filing.page(), filing.account().value(), Timestamp.from(filing.at()))
                        .update()
                == 1;
    }

    Optional<Filing> filing(UUID request) {
        return jdbc.sql("select page, account_id, filed_at from reception.filing where request_id = ?")
                .param(request)
                .query((row, number) -> new Filing(
                        row.getObject("page", UUID.class),
                        new AccountId(row.getObject("account_id", UUID.class)),
                        row.getTimestamp("filed_at").toInstant()))
                .optional();
    }

    private String content(Draft draft) {
        return json.writeValueAsString(draft.content().orElseThrow());
    }

    /** Nobody types more than all the fields take. */
    boolean fits(NewRequestForm typed) {
        return json.writeValueAsString(typed.kept()).length() <= LONGEST;
    }

    private static UUID[] uuids(List<FileId> files) {
        return files.stream().map(FileId::value).toArray(UUID[]::new);
    }

    private static UUID[] ids(Set<UnitId> units) {
        return units.stream().map(UnitId::value).toArray(UUID[]::new);
    }

    private Draft draft(ResultSet row, int number) throws SQLException {
        var content = row.getString("content");
        return new Draft(
                row.getObject("id", UUID.class),
                Optional.ofNullable(row.getObject("unit_id", UUID.class)).map(UnitId::new),
                new AccountId(row.getObject("holder", UUID.class)),
                row.getBoolean("sensitive"),
                DraftState.of(row.getString("state")),
                Optional.ofNullable(content).map(text -> json.readValue(text, NewRequestForm.class)),
                Arrays.stream((UUID[]) row.getArray("files").getArray())
                        .map(FileId::new)
                        .toList(),
                row.getObject("saved_page", UUID.class),
                row.getTimestamp("started_at").toInstant(),
                row.getTimestamp("saved_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("ended_at")).map(Timestamp::toInstant),
                row.getInt("version"));
    }
}
