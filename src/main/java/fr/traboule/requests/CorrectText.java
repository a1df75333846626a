package fr.traboule.requests;

import com.github.f4b6a3.uuid.UuidCreator;
import fr.traboule.ground.access.AccountId;
import fr.traboule.ground.access.Actor;
import fr.traboule.requests.HandleRequest.ChangedMeanwhile;
import fr.traboule.requests.HandleRequest.Outcome;
import fr.traboule.requests.HandleRequest.Seen;
import fr.traboule.requests.Message.Kind;
import fr.traboule.web.NotFound;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Mends what was typed wrong: what the person said, as an agent wrote it down or as they wrote it themselves, and the notes of
 * agents. What stood there before is kept with the reason. What was said to the person stays as it was said.
 */
@Service
public class CorrectText {

    private final JdbcClient jdbc;
    private final Requests requests;
    private final Acts acts;
    private final Ledger ledger;

    CorrectText(JdbcClient jdbc, Requests requests, Acts acts, Ledger ledger) {
        this.jdbc = jdbc;
        this.requests = requests;
        this.acts = acts;
        this.ledger = ledger;
    }

    /**
     * A text that may be corrected.
     *
     * @param note its id; empty for what the person said
     */
    public record Text(Optional<UUID> note, String words) {}

    /**
     * What stood there before.
     *
     * @param isNote whether it stood in a note
     */
    public record Former(Instant at, AccountId by, boolean isNote, String words, String why) {}

    /** What the person said, then the notes, the first first. */
    public List<Text> texts(Request request) {
        var said = Stream.of(
                new Text(Optional.empty(), requests.statement(request.id()).description()));
        var notes = requests.messages(request.id()).stream()
                .filter(message -> message.kind() == Kind.NOTE)
                .map(note -> new Text(Optional.of(note.id()), note.words()));
        return Stream.concat(said, notes).toList();
    }

    /** The last correction first. */
    public List<Former> former(Request request) {
        return jdbc.sql("""
                        select corrected_at, corrected_by, message_id, former, why
                          from requests.correction where request_id = ? order by id desc
                        """)
                .param(request.id().value())
                .query((row, number) -> new Former(
                        row.getTimestamp("corrected_at").toInstant(),
                        new AccountId(row.getObject("corrected_by", UUID.class)),
                        row.getObject("message_id") != null,
                        row.getString("former"),
                        row.getString("why")))
                .list();
    }

    /** @param note its id; empty for what the person said */
    @Transactional
    public Outcome correct(Actor.Agent agent, Seen seen, Optional<UUID> note, String words, String why) {
        var request = acts.find(agent, seen.number(), RequestPermission.HANDLE);
        if (texts(request).stream().noneMatch(known -> known.note().equals(note))) {
            throw new NotFound();
        }
        if (request.version() != seen.version()) {
            return new ChangedMeanwhile();
        }
        var at = acts.now();
        jdbc.sql("select requests.correct(:id, :request, :note, :words, :why, :by, :at)")
                .param("id", UuidCreator.getTimeOrderedEpoch())
                .param("request", request.id().value())
                .param("note", note.orElse(null), Types.OTHER)
                .param("words", words.strip())
                .param("why", why.strip())
                .param("by", agent.account().value())
                .param("at", Timestamp.from(at))
                .query((row, number) -> true)
                .single();
        ledger.index(request.id());
        var kind = note.isPresent() ? FactKind.NOTE_CORRECTED : FactKind.CORRECTED;
        var outcome = HandleRequest.written(ledger.change(request, request, kind, at, agent), request);
        if (outcome instanceof ChangedMeanwhile) {
            Acts.undo();
        }
        return outcome;
    }
}
