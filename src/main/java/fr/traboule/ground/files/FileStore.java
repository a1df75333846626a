package fr.traboule.ground.files;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The files of one schema. */
public class FileStore {

    private final String schema;
    private final JdbcClient jdbc;

    /** @param schema whose migration called {@code ground.create_files} */
    public FileStore(String schema, JdbcClient jdbc) {
        this.schema = schema;
        this.jdbc = jdbc;
    }

    /** A file and what is in it. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Content(StoredFile file, byte[] bytes) {}

    /** Stores a file that belongs to nothing yet. */
    public StoredFile store(FileCheck.Accepted accepted, Instant at) {
        var content = accepted.content();
        var file = new StoredFile(FileId.next(), accepted.name(), accepted.mediaType(), content.length);
        jdbc.sql("""
                        insert into %s.file (id, name, media_type, size, content, stored_at)
                        values (?, ?, ?, ?, ?, ?)
                        """.formatted(schema))
                .params(file.id().value(), file.name(), file.mediaType(), file.size(), content, Timestamp.from(at))
                .update();
        return file;
    }

    /** Attaches files that belong to nothing yet to what they belong to. */
    public void attach(List<FileId> files, UUID owner) {
        if (!files.isEmpty()) {
            jdbc.sql("update %s.file set owner_id = ? where owner_id is null and id = any (?)".formatted(schema))
                    .params(owner, uuids(files))
                    .update();
        }
    }

    /** Says that files which belong to nothing yet are still wanted: the sweep counts from now. */
    public void keep(List<FileId> files, Instant at) {
        if (!files.isEmpty()) {
            jdbc.sql("update %s.file set stored_at = ? where owner_id is null and id = any (?)".formatted(schema))
                    .params(Timestamp.from(at), uuids(files))
                    .update();
        }
    }

    public List<StoredFile> of(UUID owner) {
        return jdbc.sql("select id, name, media_type, size from %s.file where owner_id = ? order by id"
                        .formatted(schema))
                .param(owner)
                .query(FileStore::file)
                .list();
    }

    public List<StoredFile> byIds(List<FileId> files) {
        return files.isEmpty()
                ? List.of()
                : jdbc.sql("select id, name, media_type, size from %s.file where id = any (?) order by id"
                                .formatted(schema))
                        .param(uuids(files))
                        .query(FileStore::file)
                        .list();
    }

    public Optional<Content> read(FileId id, UUID owner) {
        return jdbc.sql("select id, name, media_type, size, content from %s.file where id = ? and owner_id = ?"
                        .formatted(schema))
                .params(id.value(), owner)
                .query((row, number) -> new Content(file(row, number), row.getBytes("content")))
                .optional();
    }

    /** Removes files attached to nothing that nobody has wanted since that instant. */
    public int sweep(Instant since) {
        return jdbc.sql("delete from %s.file where owner_id is null and stored_at < ?".formatted(schema))
                .param(Timestamp.from(since))
                .update();
    }

    private static UUID[] uuids(List<FileId> files) {
        return files.stream().map(FileId::value).toArray(UUID[]::new);
    }

    private static StoredFile file(ResultSet row, int number) throws SQLException {
        return new StoredFile(
                new FileId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("media_type"),
                row.getInt("size"));
    }
}
