package fr.traboule.requests;

import static java.util.stream.Collectors.toMap;

import fr.traboule.ground.access.AccountId;
import fr.traboule.ground.files.FileId;
import fr.traboule.requests.Picture.Decided;
import fr.traboule.requests.PublicPictures.PublicPicture;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was decided about photos. */
@Repository
class JdbcPictures {

    private final JdbcClient jdbc;

    JdbcPictures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<FileId, Decided> of(RequestId request) {
        return jdbc
                .sql("""
                        select file_id, decision, reason, copy_id, squares, decided_by, decided_at
                          from requests.picture
                         where request_id = ?
                        """)
                .param(request.value())
                .query((row, number) -> Map.entry(
                        new FileId(row.getObject("file_id", UUID.class)),
                        new Decided(
                                PictureDecision.of(row.getString("decision")),
                                Optional.ofNullable(row.getString("reason")).map(PictureReason::of),
                                Optional.ofNullable(row.getObject("copy_id", UUID.class))
                                        .map(FileId::new),
                                row.getString("squares"),
                                new AccountId(row.getObject("decided_by", UUID.class)),
                                row.getTimestamp("decided_at").toInstant())))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void decide(RequestId request, FileId photo, Decided decided) {
        jdbc.sql("""
                        insert into requests.picture (file_id, request_id, decision, reason, copy_id, squares, decided_by, decided_at)
                        values (:file, :request, :decision, :reason, :copy, :squares, :by, :at)
                        on conflict (file_id) do update
                           set decision = excluded.decision, reason = excluded.reason, copy_id = excluded.copy_id,
                               squares = excluded.squares, decided_by = excluded.decided_by, decided_at = excluded.decided_at
                        """)
                .param("file", photo.value())
                .param("request", request.value())
                .param("decision", decided.decision().code())
                .param("reason", decided.reason().map(PictureReason::code).orElse(null))
                .param("copy", decided.copy().map(FileId::value).orElse(null))
                .param("squares", decided.squares())
                .param("by", decided.by().value())
                .param("at", Timestamp.from(decided.at()))
                .update();
    }

    /** Neither of what is archived, nor of what became sensitive since, nor of a photo that somebody erased. */
    List<PublicPicture> shown(RequestId request) {
        return jdbc.sql("""
                        select p.file_id, p.copy_id, p.decision, p.decided_at
                          from requests.picture p
                          join requests.search_entry e on e.request_id = p.request_id
                          join requests.file f on f.id = p.file_id and f.state <> 'destroyed'
                         where p.request_id = ? and p.copy_id is not null and not e.sensitive and not e.archived
                         order by p.file_id
                        """)
                .param(request.value())
                .query((row, number) -> new PublicPicture(
                        new FileId(row.getObject("file_id", UUID.class)),
                        new FileId(row.getObject("copy_id", UUID.class)),
                        PictureDecision.of(row.getString("decision")) == PictureDecision.HIDDEN,
                        row.getTimestamp("decided_at").toInstant()))
                .list();
    }
}
