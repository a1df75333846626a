package fr.traboule.ground.works;

import fr.traboule.ground.access.AccountId;
import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The long works as their table tells them, on whatever machine they run. Who may do what is said by the acts that use it. */
@Repository
public class WorkBook {

    private static final TypeReference<List<String>> ARGUMENTS = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> PARAMETERS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final WorkQueue queue;

    WorkBook(JdbcClient jdbc, JsonMapper json, WorkQueue queue) {
        this.jdbc = jdbc;
        this.json = json;
        this.queue = queue;
    }

    /** Those under way, then those that ended last. */
    public List<Work> latest(int most) {
        return jdbc.sql("""
                        (select w.*, 0 as rank from ground.work w where ended_at is null order by id desc limit :most)
                        union all
                        (select w.*, 1 from ground.work w where ended_at is not null order by ended_at desc, id desc limit :most)
                        order by rank, ended_at desc, id desc
                        limit :most
                        """).param("most", most).query(this::work).list();
    }

    /** Those of one kind that somebody asked for, the last first. */
    public List<Work> askedBy(AccountId account, String kind, int most) {
        return jdbc.sql("select * from ground.work where asked_by = ? and kind = ? order by id desc limit ?")
                .params(account.value(), kind, most)
                .query(this::work)
                .list();
    }

    public Optional<Work> byId(WorkId id) {
        return jdbc.sql("select * from ground.work where id = ?")
                .param(id.value())
                .query(this::work)
                .optional();
    }

    /**
     * It stops after the portion under way; what was done stays done, the file is forgotten.
     *
     * @return false if it has ended, or is being cancelled
     */
    @Transactional
    public boolean cancel(WorkId id, Instant at) {
        var cancelled = jdbc.sql("""
                        update ground.work
                           set state = case state when 'waiting' then 'cancelled' else 'cancelling' end,
                               ended_at = case state when 'waiting' then :at::timestamptz end,
                               parameters = case state when 'waiting' then null else parameters end
                         where id = :id and state in ('waiting', 'running')
                        """)
                        .param("id", id.value())
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
        jdbc.sql("""
                        delete from ground.work_part p using ground.work w
                         where p.work_id = :id and w.id = :id and w.state = 'cancelled'
                        """).param("id", id.value()).update();
        return cancelled;
    }

    /**
     * Sets one that failed going again, from where it was.
     *
     * @return false if it did not fail, if what it needs is forgotten, or if another one must be alone
     */
    @Transactional
    public boolean retry(WorkId id, Instant at) {
        var attempt = jdbc.sql("""
                        update ground.work w
                           set state = 'waiting', attempt = attempt + 1, reason = null, ended_at = null
                         where id = ? and state = 'failed' and parameters is not null
                           and not (alone and exists (select from ground.work other
                                                       where other.kind = w.kind and other.alone and other.ended_at is null))
                        returning attempt
                        """).param(id.value()).query(Integer.class).optional();
        attempt.ifPresent(number -> queue.put(id, number, at));
        return attempt.isPresent();
    }

    /** What the work made, part by part: it never stands whole in memory. */
    public InputStream read(WorkId id) {
        return new WorkContent(number -> jdbc.sql("""
                        select number, content from ground.work_part where work_id = ? and number > ? order by number limit 1
                        """)
                .params(id.value(), number)
                .query((row, line) -> new WorkContent.Part(row.getInt("number"), row.getBytes("content")))
                .optional());
    }

    boolean add(WorkId id, NewWork wanted, Optional<AccountId> askedBy, Instant at) {
        var added = jdbc.sql("""
                        insert into ground.work (id, kind, title_arguments, parameters, asked_by, asked_at, alone, state,
                                                 result_name, result_type)
                        values (:id, :kind, :arguments::jsonb, :parameters::jsonb, :askedBy, :askedAt, :alone, 'waiting',
                                :fileName, :fileType)
                        on conflict do nothing
                        """)
                        .param("id", id.value())
                        .param("kind", wanted.kind())
                        .param("arguments", json.writeValueAsString(wanted.titleArguments()))
                        .param("parameters", json.writeValueAsString(wanted.parameters()))
                        .param("askedBy", askedBy.map(AccountId::value).orElse(null))
                        .param("askedAt", Timestamp.from(at))
                        .param("alone", wanted.alone())
                        .param("fileName", wanted.file().map(WorkFile::name).orElse(null))
                        .param(
                                "fileType",
                                wanted.file().map(WorkFile::mediaType).orElse(null))
                        .update()
                == 1;
        if (added) {
            queue.put(id, 1, at.plus(wanted.delay()));
        }
        return added;
    }

    Optional<WorkId> alone(String kind) {
        return jdbc.sql("select id from ground.work where kind = ? and alone and ended_at is null")
                .param(kind)
                .query(UUID.class)
                .optional()
                .map(WorkId::new);
    }

    /** From now on whoever had it moves it no more. */
    Optional<Work> take(WorkId id, Instant at) {
        return jdbc.sql("""
                        update ground.work
                           set state = case state when 'waiting' then 'running' else state end,
                               started_at = coalesce(started_at, :at), progressed_at = :at, told_count = 0, told_at = null,
                               version = version + 1
                         where id = :id and ended_at is null
                        returning *
                        """)
                .param("id", id.value())
                .param("at", Timestamp.from(at))
                .query(this::work)
                .optional();
    }

    /** @return empty if somebody else has it by now */
    Optional<Work> count(Work work, OptionalLong total) {
        return jdbc.sql("update ground.work set total_count = :total where id = :id and version = :version returning *")
                .param("total", total.isPresent() ? total.getAsLong() : null)
                .param("id", work.id().value())
                .param("version", work.version())
                .query(this::work)
                .optional();
    }

    /**
     * In the middle of a portion, outside of its transaction.
     *
     * @return false if it is to go no further: cancelled, or somebody else has it by now
     */
    boolean tell(Work work, long count, Instant at) {
        var progress =
                work.progress().told(count, Duration.between(work.progressedAt().orElse(at), at));
        return jdbc.sql("""
                        update ground.work
                           set told_count = :told, told_at = :at, worked_ms = :worked, pace = :pace
                         where id = :id and version = :version and state = 'running'
                        """)
                        .param("told", progress.told())
                        .param("at", Timestamp.from(at))
                        .param("worked", progress.worked().toMillis())
                        .param("pace", progress.pace())
                        .param("id", work.id().value())
                        .param("version", work.version())
                        .update()
                == 1;
    }

    /** @return empty if somebody else has it by now: the portion must be undone then */
    Optional<Work> move(Work work, Step step, byte[] written, Instant at) {
        var progress =
                work.progress().and(step, Duration.between(work.progressedAt().orElse(at), at));
        var ends = step instanceof Step.End;
        var outcome = step instanceof Step.End end ? end.outcome() : Optional.<String>empty();
        var moved = jdbc.sql("""
                        update ground.work
                           set position = :position, done_count = :done, portions = :portions, worked_ms = :worked, pace = :pace,
                               progressed_at = :at, told_count = 0, told_at = null, outcome = :outcome, version = version + 1,
                               state = case when :ends then 'done' else state end,
                               ended_at = case when :ends then :at::timestamptz end,
                               parameters = case when :ends then null else parameters end
                         where id = :id and version = :version
                        returning *
                        """)
                .param("id", work.id().value())
                .param("version", work.version())
                .param("position", progress.position().orElse(null))
                .param("done", progress.done())
                .param("portions", progress.portions())
                .param("worked", progress.worked().toMillis())
                .param("pace", progress.pace())
                .param("ends", ends)
                .param("outcome", outcome.orElse(null))
                .param("at", Timestamp.from(at))
                .query(this::work)
                .optional();
        if (moved.isPresent() && written.length > 0) {
            jdbc.sql("insert into ground.work_part (work_id, number, content) values (?, ?, ?)")
                    .params(work.id().value(), progress.portions(), written)
                    .update();
        }
        return moved;
    }

    void endCancelled(Work work, Instant at) {
        var ended = jdbc.sql("""
                        update ground.work set state = 'cancelled', ended_at = ?, parameters = null, version = version + 1
                         where id = ? and version = ? and state = 'cancelling'
                        """)
                .params(Timestamp.from(at), work.id().value(), work.version())
                .update();
        if (ended == 1) {
            jdbc.sql("delete from ground.work_part where work_id = ?")
                    .param(work.id().value())
                    .update();
        }
    }

    void fail(Work work, String reason, Instant at) {
        jdbc.sql("""
                        update ground.work set state = 'failed', reason = ?, ended_at = ?, version = version + 1
                         where id = ? and version = ? and ended_at is null
                        """)
                .params(reason, Timestamp.from(at), work.id().value(), work.version())
                .update();
    }

    /** Files and parameters of those that ended before the first instant, and all of those before the second. */
    @Transactional
    void forget(Instant files, Instant works) {
        jdbc.sql("delete from ground.work where ended_at < ?")
                .param(Timestamp.from(works))
                .update();
        jdbc.sql("delete from ground.work_part p using ground.work w where w.id = p.work_id and w.ended_at < ?")
                .param(Timestamp.from(files))
                .update();
        jdbc.sql("update ground.work set parameters = null where ended_at < ? and parameters is not null")
                .param(Timestamp.from(files))
                .update();
    }

    private Work work(ResultSet row, int number) throws SQLException {
        var parameters = Optional.ofNullable(row.getString("parameters"));
        var type = Optional.ofNullable(row.getString("result_type"));
        var name = row.getString("result_name");
        return new Work(
                new WorkId(row.getObject("id", UUID.class)),
                row.getString("kind"),
                json.readValue(row.getString("title_arguments"), ARGUMENTS),
                parameters.map(text -> json.readValue(text, PARAMETERS)).orElse(Map.of()),
                parameters.isEmpty(),
                Optional.ofNullable(row.getObject("asked_by", UUID.class)).map(AccountId::new),
                row.getTimestamp("asked_at").toInstant(),
                WorkState.of(row.getString("state")),
                Optional.ofNullable(row.getString("reason")),
                row.getInt("attempt"),
                progress(row),
                type.map(each -> new WorkFile(name, each)),
                Optional.ofNullable(row.getString("outcome")),
                instant(row.getTimestamp("started_at")),
                instant(row.getTimestamp("progressed_at")),
                instant(row.getTimestamp("told_at")),
                instant(row.getTimestamp("ended_at")),
                row.getLong("version"));
    }

    private static Progress progress(ResultSet row) throws SQLException {
        return new Progress(
                Optional.ofNullable(row.getString("position")),
                row.getLong("done_count"),
                Optional.ofNullable(row.getObject("total_count", Long.class)),
                row.getInt("portions"),
                Duration.ofMillis(row.getLong("worked_ms")),
                row.getDouble("pace"),
                row.getLong("told_count"));
    }

    private static Optional<Instant> instant(@Nullable Timestamp at) {
        return Optional.ofNullable(at).map(Timestamp::toInstant);
    }
}
