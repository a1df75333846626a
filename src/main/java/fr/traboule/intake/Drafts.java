package fr.traboule.intake;

import fr.traboule.ground.database.SecretKey;
import fr.traboule.ground.files.FileId;
import fr.traboule.ground.files.FileStore;
import fr.traboule.requests.RequestId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The drafts. */
@Repository
class Drafts {

    /** How long an unfinished draft can be gone on with. */
    static final Duration KEPT = Duration.ofDays(14);

    /** How long a sent one still answers with its receipt. */
    private static final Duration KEPT_ONCE_SENT = Duration.ofDays(1);

    private static final String COLUMNS = "id, door, code, answers, expires_at, sent";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final SecretKey key;
    private final FileStore files;
    private final Clock clock;

    Drafts(JdbcClient jdbc, JsonMapper json, SecretKey key, FileStore requestsFiles, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.key = key;
        this.files = requestsFiles;
        this.clock = clock;
    }

    Draft begin(DraftToken token, Door door, Answers answers) {
        while (true) {
            var draft = new Draft(
                    RequestId.next(),
                    door,
                    DraftCode.random(),
                    answers,
                    clock.instant().plus(KEPT),
                    false);
            if (add(draft, token)) {
                return draft;
            }
        }
    }

    private boolean add(Draft draft, DraftToken token) {
        return jdbc.sql("""
                        insert into intake.draft (id, token_hash, code, door, answers, expires_at, sent)
                        values (?, ?, ?, ?, ?::jsonb, ?, false)
                        on conflict do nothing
                        """)
                        .params(
                                draft.id().value(),
                                token.hash(key),
                                draft.code(),
                                draft.door().path(),
                                json.writeValueAsString(draft.answers()),
                                Timestamp.from(draft.expiresAt()))
                        .update()
                == 1;
    }

    Optional<Draft> byToken(DraftToken token) {
        return jdbc.sql("select " + COLUMNS + " from intake.draft where token_hash = ? and expires_at > ?")
                .params(token.hash(key), Timestamp.from(clock.instant()))
                .query(this::draft)
                .optional();
    }

    Optional<Draft> byCode(String code) {
        return jdbc.sql("select " + COLUMNS + " from intake.draft where code = ? and expires_at > ? and not sent")
                .params(code, Timestamp.from(clock.instant()))
                .query(this::draft)
                .optional();
    }

    /** Keeps the answers, and the files that go with them, for as long again. */
    @Transactional
    void save(Draft draft) {
        jdbc.sql("update intake.draft set answers = ?::jsonb, expires_at = ? where id = ? and not sent")
                .params(
                        json.writeValueAsString(draft.answers()),
                        Timestamp.from(clock.instant().plus(KEPT)),
                        draft.id().value())
                .update();
        files.keep(draft.answers().files().stream().map(FileId::new).toList(), clock.instant());
    }

    /** From now on another browser holds it. */
    void handTo(DraftToken token, Draft draft) {
        jdbc.sql("update intake.draft set token_hash = ? where id = ?")
                .params(token.hash(key), draft.id().value())
                .update();
    }

    /** It became a request: the answers are the request's now. */
    void markSent(Draft draft) {
        jdbc.sql("update intake.draft set sent = true, answers = ?::jsonb, expires_at = ? where id = ?")
                .params(
                        json.writeValueAsString(Answers.of("", null)),
                        Timestamp.from(clock.instant().plus(KEPT_ONCE_SENT)),
                        draft.id().value())
                .update();
    }

    void forget(Draft draft) {
        jdbc.sql("delete from intake.draft where id = ? and not sent")
                .param(draft.id().value())
                .update();
    }

    int forgetExpired() {
        return jdbc.sql("delete from intake.draft where expires_at <= ?")
                .param(Timestamp.from(clock.instant()))
                .update();
    }

    private Draft draft(ResultSet row, int number) throws SQLException {
        return new Draft(
                new RequestId(row.getObject("id", UUID.class)),
                Door.of(row.getString("door")).orElseThrow(),
                row.getString("code"),
                json.readValue(row.getString("answers"), Answers.class),
                row.getTimestamp("expires_at").toInstant(),
                row.getBoolean("sent"));
    }
}
