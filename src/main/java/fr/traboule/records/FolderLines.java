package fr.traboule.records;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What stood in the folder when it was last loaded: a hash of each line. */
@Repository
class FolderLines {

    private final JdbcClient jdbc;
    private final JdbcOperations batch;

    FolderLines(JdbcClient jdbc, JdbcOperations batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    /** The lines of one file, by their key. */
    record Held(String file, Map<String, UUID> hashes) {

        static Held of(RecordFile file, List<Work.Wanted> lines) {
            var hashes = new HashMap<String, UUID>();
            lines.forEach(wanted -> hashes.put(wanted.key(), hash(wanted.line())));
            return new Held(file.name(), hashes);
        }

        private static UUID hash(Line line) {
            return UUID.nameUUIDFromBytes(new TreeMap<>(line.cells()).toString().getBytes(UTF_8));
        }
    }

    private record Row(String key, UUID hash) {}

    Held of(RecordFile file) {
        var hashes = new HashMap<String, UUID>();
        jdbc.sql("select key, hash from records.folder_line where file = ?")
                .param(file.name())
                .query(Row.class)
                .list()
                .forEach(row -> hashes.put(row.key(), row.hash()));
        return new Held(file.name(), hashes);
    }

    void remember(Held held) {
        jdbc.sql("delete from records.folder_line where file = ?")
                .param(held.file())
                .update();
        batch.batchUpdate(
                "insert into records.folder_line (file, key, hash) values (?, ?, ?)",
                held.hashes().entrySet().stream()
                        .map(line -> new Object[] {held.file(), line.getKey(), line.getValue()})
                        .toList());
    }
}
