package fr.traboule.records;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Files kept between two pages, for a day. */
@Repository
class Uploads {

    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient jdbc;

    Uploads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** As it came. */
    record Content(String name, byte[] content) {}

    UUID keep(String name, byte[] content, String kind, UUID by, Instant at) {
        jdbc.sql("delete from records.upload where made_at < ?")
                .param(Timestamp.from(at.minus(KEPT)))
                .update();
        var id = UuidCreator.getTimeOrderedEpoch();
        jdbc.sql("insert into records.upload (id, name, kind, content, made_by, made_at) values (?, ?, ?, ?, ?, ?)")
                .params(id, name, kind, content, by, Timestamp.from(at))
                .update();
        return id;
    }

    Optional<Content> content(UUID id) {
        return jdbc.sql("select name, content from records.upload where id = ?")
                .param(id)
                .query((row, number) -> new Content(row.getString("name"), row.getBytes("content")))
                .optional();
    }

    Optional<Upload> byId(UUID id) {
        return jdbc.sql("select name, kind, content from records.upload where id = ?")
                .param(id)
                .query((row, number) -> new Upload(
                        id,
                        row.getString("name"),
                        row.getString("kind"),
                        FileText.lines(row.getString("name"), row.getBytes("content"))))
                .optional();
    }
}
