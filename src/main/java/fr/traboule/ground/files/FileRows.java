package fr.traboule.ground.files;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of one schema's files: each change names what it was decided on, and changes nothing if that no longer holds. */
final class FileRows {

    private static final String COLUMNS = """
            id, owner_id, name, media_type, size, sha256, object_key, state, state_at, state_reason, altered_at, scan_error
            """;
    private static final UUID LAST = new UUID(-1, -1);
    private static final UUID FIRST = new UUID(0, 0);

    private final String schema;
    private final JdbcClient jdbc;
    private final boolean scans;

    FileRows(String schema, JdbcClient jdbc, boolean scans) {
        this.schema = schema;
        this.jdbc = jdbc;
        this.scans = scans;
    }

    private JdbcClient.StatementSpec sql(String text) {
        return jdbc.sql(text.replace("%schema", schema).replace("%columns", COLUMNS));
    }

    void add(StoredFile file, byte[] sha256, byte @Nullable [] content, @Nullable String objectKey) {
        sql("""
                insert into %schema.file (id, name, media_type, size, sha256, content, object_key, stored_at, state, state_at, scan_due_at)
                values (:id, :name, :mediaType, :size, :sha256, cast(:content as bytea), :key, :at, :state, :at,
                        case when :state = 'pending' then cast(:at as timestamptz) end)
                """)
                .param("id", file.id().value())
                .param("name", file.name())
                .param("mediaType", file.mediaType())
                .param("size", file.size())
                .param("sha256", sha256)
                .param("content", content)
                .param("key", objectKey)
                .param("at", Timestamp.from(file.since()))
                .param("state", file.state().code())
                .update();
    }

    void attach(List<FileId> files, UUID owner) {
        sql("update %schema.file set owner_id = :owner where owner_id is null and id = any (:ids)")
                .param("owner", owner)
                .param("ids", uuids(files))
                .update();
    }

    void hand(List<FileId> files, UUID from, UUID to) {
        sql("update %schema.file set owner_id = :to where owner_id = :from and id = any (:ids)")
                .param("to", to)
                .param("from", from)
                .param("ids", uuids(files))
                .update();
    }

    void keep(List<FileId> files, Instant at) {
        sql("update %schema.file set stored_at = :at where owner_id is null and id = any (:ids)")
                .param("at", Timestamp.from(at))
                .param("ids", uuids(files))
                .update();
    }

    Optional<FileRow> find(FileId id) {
        return sql("select %columns from %schema.file where id = :id")
                .param("id", id.value())
                .query(this::row)
                .optional();
    }

    List<FileRow> of(UUID owner) {
        return sql("select %columns from %schema.file where owner_id = :owner order by id")
                .param("owner", owner)
                .query(this::row)
                .list();
    }

    List<FileRow> byIds(List<FileId> files) {
        return sql("select %columns from %schema.file where id = any (:ids) order by id")
                .param("ids", uuids(files))
                .query(this::row)
                .list();
    }

    /** What is in the database of its bytes. */
    Optional<byte[]> content(FileRow row) {
        return sql(row.isApart()
                        ? "select content from %schema.file_quarantine where file_id = :id"
                        : "select content from %schema.file where id = :id and content is not null")
                .param("id", row.id().value())
                .query((found, number) -> found.getBytes("content"))
                .optional();
    }

    /** @return the keys of the objects that nothing refers to any more */
    Swept sweep(Instant since) {
        var keys = sql("""
                delete from %schema.file where owner_id is null and stored_at < :since returning coalesce(object_key, '') as key
                """)
                .param("since", Timestamp.from(since))
                .query(String.class)
                .list();
        return new Swept(
                keys.size(), keys.stream().filter(key -> !key.isEmpty()).toList());
    }

    record Swept(int files, List<String> keys) {}

    /** In a transaction: first they belong to nothing, then they are gone. */
    Swept discard(List<FileId> files, UUID owner) {
        var detached =
                sql("update %schema.file set owner_id = null where owner_id = :owner and id = any (:ids) returning id")
                        .param("owner", owner)
                        .param("ids", uuids(files))
                        .query(UUID.class)
                        .list();
        var keys = sql("""
                delete from %schema.file where owner_id is null and id = any (:ids) returning coalesce(object_key, '') as key
                """)
                .param("ids", detached.toArray(UUID[]::new))
                .query(String.class)
                .list();
        return new Swept(
                keys.size(), keys.stream().filter(key -> !key.isEmpty()).toList());
    }

    /** Of these keys, those that no file has. */
    List<String> unknown(List<String> keys) {
        return sql("""
                select key from unnest(:keys) as key
                 where not exists (select from %schema.file f where f.object_key = key)
                """)
                .param("keys", keys.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    /** @param at since when its bytes are known to be others; null where they are right again */
    void altered(FileId id, @Nullable Instant at) {
        sql("update %schema.file set altered_at = :at where id = :id and (altered_at is null) = (:known)")
                .param("at", at == null ? null : Timestamp.from(at))
                .param("known", at != null)
                .param("id", id.value())
                .update();
    }

    /** Files that wait for the antivirus: nobody else gets them before that time is over. */
    List<FileRow> claim(int most, Instant now, Instant until) {
        return sql("""
                update %schema.file
                   set scan_due_at = :until, scan_attempts = scan_attempts + 1
                 where id in (select id from %schema.file
                               where scan_due_at <= :now
                               order by scan_due_at
                               limit :most
                                 for update skip locked)
                returning %columns
                """)
                .param("until", Timestamp.from(until))
                .param("now", Timestamp.from(now))
                .param("most", most)
                .query(this::row)
                .list();
    }

    /** Those that came before there was an antivirus, a few at a time; they are served meanwhile as they were. */
    int queueUnchecked(int most, Instant now) {
        return sql("""
                update %schema.file set scan_due_at = :now
                 where id in (select id from %schema.file where state = 'unchecked' and scan_due_at is null
                               order by id limit :most for update skip locked)
                """).param("now", Timestamp.from(now)).param("most", most).update();
    }

    /** @return false if there is none, or its bytes are gone */
    boolean scanAt(FileId id, Instant due, @Nullable String error) {
        return sql("""
                update %schema.file set scan_due_at = :due, scan_error = :error where id = :id and state <> 'destroyed'
                """)
                        .param("due", Timestamp.from(due))
                        .param("error", error)
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /**
     * In a transaction: from one state to another; what is set aside in the database goes into a table of its own, and back.
     *
     * @param key where its bytes are in the bucket from now on, if they are there
     * @return the file as it is now; empty if somebody changed it since it was read
     */
    Optional<FileRow> change(
            FileRow before, FileState state, @Nullable String key, @Nullable String reason, Instant at) {
        var unchanged = sql("""
                select id from %schema.file
                 where id = :id and state = :state and object_key is not distinct from :key
                   for update
                """)
                .param("id", before.id().value())
                .param("state", before.kept().code())
                .param("key", before.objectKey())
                .query(UUID.class)
                .optional();
        if (unchanged.isEmpty()) {
            return Optional.empty();
        }
        var apart = state == FileState.QUARANTINED;
        if (apart && !before.isApart()) {
            sql("""
                    insert into %schema.file_quarantine (file_id, content)
                    select id, content from %schema.file where id = :id and content is not null
                    """).param("id", before.id().value()).update();
        }
        var changed = sql("""
                update %schema.file
                   set state = :state, state_reason = :reason, state_at = :at, object_key = :key, altered_at = null,
                       scan_due_at = null, scan_error = null,
                       content = case when :bytesHere then
                                      coalesce(content, (select q.content from %schema.file_quarantine q where q.file_id = id)) end
                 where id = :id
                returning %columns
                """)
                .param("id", before.id().value())
                .param("state", state.code())
                .param("reason", reason)
                .param("at", Timestamp.from(at))
                .param("key", key)
                .param("bytesHere", key == null && !apart && state != FileState.DESTROYED)
                .query(this::row)
                .optional();
        if (!apart) {
            forgetApart(before.id());
        }
        return changed;
    }

    /** In a transaction: the bytes, which stood elsewhere, stand in the bucket under that key, or here where there is none. */
    boolean move(FileRow before, @Nullable String key, byte[] content) {
        var here = key == null && !before.isApart();
        var moved = sql("""
                update %schema.file set object_key = :key, content = cast(:content as bytea)
                 where id = :id and state = :state and object_key is not distinct from :oldKey
                """)
                        .param("key", key)
                        .param("content", here ? content : null)
                        .param("id", before.id().value())
                        .param("state", before.kept().code())
                        .param("oldKey", before.objectKey())
                        .update()
                == 1;
        if (moved && key != null) {
            forgetApart(before.id());
        } else if (moved && before.isApart()) {
            sql("insert into %schema.file_quarantine (file_id, content) values (:id, :content)")
                    .param("id", before.id().value())
                    .param("content", content)
                    .update();
        }
        return moved;
    }

    private void forgetApart(FileId id) {
        sql("delete from %schema.file_quarantine where file_id = :id")
                .param("id", id.value())
                .update();
    }

    /** Files whose bytes are not where they should be, in the order of their ids. */
    List<FileRow> elsewhere(boolean inBucket, Optional<FileId> after, int most) {
        return sql("""
                select %columns from %schema.file
                 where (object_key is null) = :wantedThere and state <> 'destroyed' and id > :after
                 order by id limit :most
                """)
                .param("wantedThere", inBucket)
                .param("after", after.map(FileId::value).orElse(FIRST))
                .param("most", most)
                .query(this::row)
                .list();
    }

    /** Files that somebody should look at, the last first. */
    List<FileRow> inTrouble(Optional<FileId> before, int most) {
        return sql("""
                select %columns from %schema.file
                 where (state = 'quarantined' or altered_at is not null or scan_error is not null) and id < :before
                 order by id desc limit :most
                """)
                .param("before", before.map(FileId::value).orElse(LAST))
                .param("most", most)
                .query(this::row)
                .list();
    }

    FileCounts counts() {
        return sql("""
                select count(*) filter (where object_key is null and state <> 'destroyed') as in_database,
                       count(*) filter (where object_key is not null) as in_bucket,
                       count(*) filter (where state = 'pending') as waiting,
                       count(*) filter (where state = 'unchecked') as unchecked,
                       count(*) filter (where state = 'quarantined') as set_aside,
                       count(*) filter (where altered_at is not null) as altered
                  from %schema.file
                """).query(FileCounts.class).single();
    }

    /** By an index of a few rows: these are asked for all the time. */
    long waiting() {
        return count("scan_due_at is not null and state = 'pending'");
    }

    long setAside() {
        return count("state = 'quarantined'");
    }

    long altered() {
        return count("altered_at is not null");
    }

    private long count(String condition) {
        return sql("select count(*) from %schema.file where " + condition)
                .query(Long.class)
                .single();
    }

    boolean anyInBucket() {
        return sql("select exists (select from %schema.file where object_key is not null)")
                .query(Boolean.class)
                .single();
    }

    private FileRow row(ResultSet row, int number) throws SQLException {
        var kept = FileState.of(row.getString("state"));
        var alteredAt = row.getTimestamp("altered_at");
        var told = kept == FileState.PENDING && !scans ? FileState.UNCHECKED : kept;
        var altered = alteredAt != null && told.opens();
        var file = new StoredFile(
                new FileId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("media_type"),
                row.getInt("size"),
                altered ? FileState.ALTERED : told,
                (altered ? alteredAt : row.getTimestamp("state_at")).toInstant());
        return new FileRow(
                file,
                Optional.ofNullable(row.getObject("owner_id", UUID.class)),
                kept,
                row.getBytes("sha256"),
                row.getString("object_key"),
                alteredAt != null,
                Optional.ofNullable(row.getString("state_reason")),
                Optional.ofNullable(row.getString("scan_error")));
    }

    private static UUID[] uuids(List<FileId> files) {
        return files.stream().map(FileId::value).toArray(UUID[]::new);
    }
}
