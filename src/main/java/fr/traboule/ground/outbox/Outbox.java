package fr.traboule.ground.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The outbox of one schema: nothing leaves before the transaction that wrote it is done, and nothing is forgotten after. */
public class Outbox {

    private static final TypeReference<Map<String, String>> CONTENT = new TypeReference<>() {};

    private final String schema;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final JsonMapper json;

    /**
     * @param schema whose migration called {@code ground.create_outbox}
     * @param transaction of the same database role as {@code jdbc}
     */
    public Outbox(String schema, JdbcClient jdbc, TransactionTemplate transaction, JsonMapper json) {
        this.schema = schema;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.json = json;
    }

    /** What waits and what could not be sent. */
    public record Counts(long waiting, long failed) {}

    record Claimed(OutboxMessage message, int attempts) {}

    public void put(OutboxMessage message, Instant at) {
        jdbc.sql("""
                        insert into %s.outbox (id, subject_id, kind, message, state, due_at, attempts)
                        values (?, ?, ?, ?::jsonb, 'waiting', ?, 0)
                        """.formatted(schema))
                .params(
                        message.id(),
                        message.subject(),
                        message.kind(),
                        json.writeValueAsString(message.content()),
                        Timestamp.from(at))
                .update();
    }

    public Counts counts() {
        return jdbc.sql("""
                        select count(*) filter (where state = 'waiting') as waiting,
                               count(*) filter (where state = 'failed') as failed
                          from %s.outbox
                         where state in ('waiting', 'failed')
                        """.formatted(schema)).query(Counts.class).single();
    }

    /**
     * A message that has not left.
     *
     * @param failed whether it was given up: it leaves no more by itself
     * @param since when it was given up, or when it is tried next
     * @param reason class of the last failure
     */
    public record Stuck(UUID id, String kind, boolean failed, int attempts, Instant since, Optional<String> reason) {}

    /** Those given up first, then those due first: each by its own index. */
    public List<Stuck> stuck(int most) {
        return jdbc.sql("""
                        (select id, kind, true as failed, attempts, coalesce(ended_at, due_at) as since, last_error
                           from %1$s.outbox where state = 'failed' order by id limit :most)
                        union all
                        (select id, kind, false, attempts, due_at, last_error
                           from %1$s.outbox where state = 'waiting' order by due_at limit :most)
                        limit :most
                        """.formatted(schema))
                .param("most", most)
                .query((row, number) -> new Stuck(
                        row.getObject("id", UUID.class),
                        row.getString("kind"),
                        row.getBoolean("failed"),
                        row.getInt("attempts"),
                        row.getTimestamp("since").toInstant(),
                        Optional.ofNullable(row.getString("last_error"))))
                .list();
    }

    /** Tries what was given up again, from the start, now. */
    public int retryAll(Instant now) {
        return jdbc.sql("""
                        update %s.outbox set state = 'waiting', attempts = 0, due_at = ?, ended_at = null
                         where state = 'failed'
                        """.formatted(schema)).param(Timestamp.from(now)).update();
    }

    /** @return false if it has left, or there is none */
    public boolean retry(UUID id, Instant now) {
        return jdbc.sql("""
                        update %s.outbox set state = 'waiting', attempts = 0, due_at = ?, ended_at = null
                         where id = ? and state <> 'sent'
                        """.formatted(schema)).params(Timestamp.from(now), id).update() == 1;
    }

    /** Gives it up: it leaves no more by itself. @return false if it does not wait */
    public boolean stop(UUID id, Instant now) {
        return jdbc.sql("""
                        update %s.outbox set state = 'failed', ended_at = ?, last_error = 'Stopped'
                         where id = ? and state = 'waiting'
                        """.formatted(schema)).params(Timestamp.from(now), id).update() == 1;
    }

    /** Says that those messages are gone from the outbox for good, so that no copy of their words stays where they went. */
    public void forgotten(List<UUID> messages, Instant at, Consumer<MessageForgotten> tell) {
        messages.forEach(message -> tell.accept(new MessageForgotten(schema, message, at)));
    }

    public String schema() {
        return schema;
    }

    TransactionTemplate transaction() {
        return transaction;
    }

    /** Takes messages that are due, for so long: if we stop meanwhile, somebody else takes them again afterwards. */
    List<Claimed> claim(int most, Instant now, Duration lease) {
        return jdbc.sql("""
                        update %1$s.outbox
                           set due_at = :until, attempts = attempts + 1
                         where id in (select id from %1$s.outbox
                                       where state = 'waiting' and due_at <= :now
                                       order by due_at
                                       limit :most
                                         for update skip locked)
                        returning id, subject_id, kind, message, attempts
                        """.formatted(schema))
                .param("until", Timestamp.from(now.plus(lease)))
                .param("now", Timestamp.from(now))
                .param("most", most)
                .query(this::claimed)
                .list();
    }

    void sent(UUID id, Instant at) {
        jdbc.sql("update %s.outbox set state = 'sent', message = null, ended_at = ? where id = ?".formatted(schema))
                .params(Timestamp.from(at), id)
                .update();
    }

    void tryAgain(UUID id, Instant at, String error) {
        jdbc.sql("update %s.outbox set due_at = ?, last_error = ? where id = ?".formatted(schema))
                .params(Timestamp.from(at), error, id)
                .update();
    }

    void giveUp(UUID id, Instant at, String error) {
        jdbc.sql("update %s.outbox set state = 'failed', ended_at = ?, last_error = ? where id = ?".formatted(schema))
                .params(Timestamp.from(at), error, id)
                .update();
    }

    private Claimed claimed(ResultSet row, int number) throws SQLException {
        var message = new OutboxMessage(
                row.getObject("id", UUID.class),
                row.getObject("subject_id", UUID.class),
                row.getString("kind"),
                json.readValue(row.getString("message"), CONTENT));
        return new Claimed(message, row.getInt("attempts"));
    }
}
