package fr.traboule.retention;

import com.github.f4b6a3.uuid.UuidCreator;
import fr.traboule.ground.access.AccountId;
import fr.traboule.requests.RequestId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What keeps requests from being destroyed, and who wanted to see them. */
@Repository
class Holds {

    private final JdbcClient jdbc;

    Holds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whoever destroys comes before or after. */
    void lock(RequestId request) {
        jdbc.sql("select id from requests.request where id = ? for update")
                .param(request.value())
                .query(UUID.class)
                .single();
    }

    List<Hold> of(RequestId request) {
        return jdbc.sql("""
                        select id, reason, words, held_by, held_at, lifted_at
                          from retention.hold
                         where request_id = ?
                         order by id desc
                        """)
                .param(request.value())
                .query((row, number) -> new Hold(
                        row.getObject("id", UUID.class),
                        HoldReason.of(row.getString("reason")),
                        Optional.ofNullable(row.getString("words")),
                        new AccountId(row.getObject("held_by", UUID.class)),
                        row.getTimestamp("held_at").toInstant(),
                        Optional.ofNullable(row.getTimestamp("lifted_at")).map(Timestamp::toInstant)))
                .list();
    }

    /** @return false if it is held already */
    boolean add(RequestId request, HoldReason reason, Optional<String> words, AccountId by, Instant at) {
        return jdbc.sql("""
                        insert into retention.hold (id, request_id, reason, words, held_by, held_at)
                        values (:id, :request, :reason, :words, :by, :at)
                        on conflict (request_id) where lifted_at is null do nothing
                        """)
                        .param("id", UuidCreator.getTimeOrderedEpoch())
                        .param("request", request.value())
                        .param("reason", reason.code())
                        .param("words", words.orElse(null))
                        .param("by", by.value())
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    /** @return false if nothing holds it */
    boolean lift(RequestId request, AccountId by, Instant at) {
        return jdbc.sql("""
                        update retention.hold set lifted_by = ?, lifted_at = ?
                         where request_id = ? and lifted_at is null
                        """)
                        .params(by.value(), Timestamp.from(at), request.value())
                        .update()
                == 1;
    }

    void addConsultation(RequestId request, ConsultReason reason, Optional<String> words, AccountId by, Instant at) {
        jdbc.sql("""
                        insert into retention.consultation (id, request_id, account_id, reason, words, asked_at)
                        values (:id, :request, :by, :reason, :words, :at)
                        """)
                .param("id", UuidCreator.getTimeOrderedEpoch())
                .param("request", request.value())
                .param("reason", reason.code())
                .param("words", words.orElse(null))
                .param("by", by.value())
                .param("at", Timestamp.from(at))
                .update();
    }

    boolean consultedSince(RequestId request, AccountId by, Instant since) {
        return jdbc.sql("""
                        select exists (select from retention.consultation
                                        where request_id = ? and account_id = ? and asked_at > ?)
                        """)
                .params(request.value(), by.value(), Timestamp.from(since))
                .query(Boolean.class)
                .single();
    }
}
