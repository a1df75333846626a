package fr.traboule.records;

import fr.traboule.ground.access.AccountId;
import fr.traboule.records.Change.Origin;
import fr.traboule.records.Change.State;
import fr.traboule.records.ImportProblem.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Changes with their edits, as they are kept. */
@Repository
public class JdbcChanges {

    private static final int AT_ONCE = 1_000;
    private static final TypeReference<LinkedHashMap<String, String>> CELLS = new TypeReference<>() {};
    private static final TypeReference<List<Problem>> PROBLEMS = new TypeReference<>() {};
    private static final String SELECT = """
            select c.*, exists (select from records.change u where u.undoes = c.id and u.state = 'applied') as is_undone
              from records.change c
            """;

    private final JdbcClient jdbc;
    private final JdbcOperations batch;
    private final JsonMapper json;

    JdbcChanges(JdbcClient jdbc, JdbcOperations batch, JsonMapper json) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.json = json;
    }

    /** A change that begins. */
    record New(Origin origin, Optional<String> reason, Optional<AccountId> madeBy, Optional<ChangeId> undoes) {}

    ChangeId add(New made, List<Edit> edits, Instant at, LongConsumer told) {
        var id = ChangeId.next();
        jdbc.sql("""
                        insert into records.change (id, origin, state, reason, made_by, made_at, undoes)
                        values (?, ?, 'draft', ?, ?, ?, ?)
                        """)
                .param(id.value())
                .param(code(made.origin()))
                .param(made.reason().orElse(null))
                .param(made.madeBy().map(AccountId::value).orElse(null))
                .param(Timestamp.from(at))
                .param(made.undoes().map(ChangeId::value).orElse(null))
                .update();
        for (var first = 0; first < edits.size(); first += AT_ONCE) {
            var next = Math.min(first + AT_ONCE, edits.size());
            batch.batchUpdate(
                    "insert into records.edit (change_id, number, file, key, before, after) values (?, ?, ?, ?, ?::json, ?::json)",
                    IntStream.range(first, next)
                            .mapToObj(number -> row(id, number, edits.get(number)))
                            .toList());
            told.accept(next);
        }
        return id;
    }

    private @Nullable Object[] row(ChangeId id, int number, Edit edit) {
        return new @Nullable Object[] {
            id.value(), number, edit.file(), edit.key(), json(edit.before()), json(edit.after())
        };
    }

    private @Nullable String json(Optional<Entry> entry) {
        return entry.map(there -> json.writeValueAsString(there.cells())).orElse(null);
    }

    public Optional<Change> byId(ChangeId id) {
        return jdbc.sql(SELECT + "where c.id = ?")
                .param(id.value())
                .query(this::change)
                .optional();
    }

    /** The newest first; after that one, if any. */
    public List<Change> list(Optional<ChangeId> after, int most) {
        return jdbc.sql(SELECT + """
                        where c.state <> 'discarded' and (:after::uuid is null or c.id < :after)
                        order by c.id desc
                        limit :most
                        """)
                .param("after", after.map(ChangeId::value).orElse(null))
                .param("most", most)
                .query(this::change)
                .list();
    }

    /** Those that wait for their day or are set aside, the earliest first. */
    public List<Change> open() {
        return jdbc.sql(SELECT + "where c.state in ('prepared', 'blocked') order by c.due_on, c.id")
                .query(this::change)
                .list();
    }

    /** What was done to one record, and is prepared for it; the newest first. */
    public List<Change> of(RecordFile file, String key, int most) {
        return jdbc.sql(SELECT + """
                        join records.edit e on e.change_id = c.id
                        where e.file = ? and e.key = ? and c.state in ('applied', 'prepared', 'blocked')
                        order by c.id desc
                        limit ?
                        """)
                .params(file.name(), key, most)
                .query(this::change)
                .list();
    }

    List<Change> due(LocalDate day) {
        return jdbc.sql(SELECT + "where c.state = 'prepared' and c.due_on <= ? order by c.due_on, c.id")
                .param(day)
                .query(this::change)
                .list();
    }

    /** How many records of each kind it touches, in the order of the kinds. */
    public SequencedMap<String, Integer> counts(ChangeId id) {
        var counts = new LinkedHashMap<String, Integer>();
        jdbc.sql(
                        "select file, count(*)::int as many from records.edit where change_id = ? group by file order by min(number)")
                .param(id.value())
                .query(row -> {
                    counts.put(row.getString("file"), row.getInt("many"));
                });
        return counts;
    }

    /** The first of them. */
    public List<Edit> edits(ChangeId id, int most) {
        return jdbc.sql("select file, key, before, after from records.edit where change_id = ? order by number limit ?")
                .params(id.value(), most)
                .query(this::edit)
                .list();
    }

    public List<Edit> edits(ChangeId id) {
        return jdbc.sql("select file, key, before, after from records.edit where change_id = ? order by number")
                .param(id.value())
                .query(this::edit)
                .list();
    }

    /** @return false if somebody decided about it since it was seen */
    boolean become(Changes.Seen seen, State state, @Nullable LocalDate due, Instant at) {
        return jdbc.sql("""
                        update records.change
                           set state = :state, due_on = :due, applied_at = :applied, problems = '[]', version = version + 1
                         where id = :id and version = :version and state in ('draft', 'prepared', 'blocked')
                        """)
                        .param("state", code(state))
                        .param("due", due)
                        .param("applied", state == State.APPLIED ? Timestamp.from(at) : null)
                        .param("id", seen.id().value())
                        .param("version", seen.version())
                        .update()
                == 1;
    }

    void block(Changes.Seen seen, List<Problem> problems) {
        jdbc.sql("""
                        update records.change set state = 'blocked', problems = ?::jsonb, version = version + 1
                         where id = ? and version = ?
                        """)
                .params(json.writeValueAsString(problems), seen.id().value(), seen.version())
                .update();
    }

    private Change change(ResultSet row, int number) throws SQLException {
        return new Change(
                new ChangeId(row.getObject("id", UUID.class)),
                Origin.valueOf(row.getString("origin").toUpperCase(Locale.ROOT)),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                Optional.ofNullable(row.getObject("due_on", LocalDate.class)),
                Optional.ofNullable(row.getString("reason")),
                Optional.ofNullable(row.getObject("made_by", UUID.class)).map(AccountId::new),
                row.getTimestamp("made_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("applied_at")).map(Timestamp::toInstant),
                Optional.ofNullable(row.getObject("undoes", UUID.class)).map(ChangeId::new),
                row.getBoolean("is_undone"),
                json.readValue(row.getString("problems"), PROBLEMS),
                row.getInt("version"));
    }

    private Edit edit(ResultSet row, int number) throws SQLException {
        return new Edit(
                row.getString("file"),
                row.getString("key"),
                entry(row.getString("before")),
                entry(row.getString("after")));
    }

    private Optional<Entry> entry(@Nullable String cells) {
        return Optional.ofNullable(cells).map(text -> new Entry(json.readValue(text, CELLS)));
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
