package fr.traboule.correspondence;

import fr.traboule.ground.outbox.Email;
import fr.traboule.ground.outbox.MessageForgotten;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The e-mails that did not leave, as there is no mail server. */
@Repository
class Mailbox {

    private static final UUID AFTER_ALL = new UUID(-1, -1);

    private final JdbcClient jdbc;

    Mailbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Letter(UUID id, String recipient, String subject, String words, Instant sentAt) {}

    /** Delivered twice, it is there once. */
    void add(UUID id, Email email, Instant at) {
        jdbc.sql("""
                        insert into correspondence.mailbox (id, recipient, subject, words, sent_at) values (?, ?, ?, ?, ?)
                        on conflict (id) do nothing
                        """)
                .params(id, email.to(), email.subject(), email.text(), Timestamp.from(at))
                .update();
    }

    @EventListener
    void on(MessageForgotten forgotten) {
        jdbc.sql("delete from correspondence.mailbox where id = ?")
                .param(forgotten.message())
                .update();
    }

    /** The last first. */
    List<Letter> before(Optional<UUID> id, int most) {
        return jdbc.sql("""
                        select id, recipient, subject, words, sent_at from correspondence.mailbox
                         where id < ? order by id desc limit ?
                        """)
                .params(id.orElse(AFTER_ALL), most)
                .query((row, number) -> new Letter(
                        row.getObject("id", UUID.class),
                        row.getString("recipient"),
                        row.getString("subject"),
                        row.getString("words"),
                        row.getTimestamp("sent_at").toInstant()))
                .list();
    }
}
