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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Mends what was typed wrong: what the person said, as an agent wrote it down or as they wrote it themselves, the words of the
 * place (the point on the map stays), and the notes of agents. What stood there before is kept with the reason. What was said to
 * the person stays as it was said. Whoever wrote a request down at a counter mends that, even where another unit handles it.
 */
@Service
public class CorrectText {

    private final JdbcClient jdbc;
    private final Requests requests;
    private final SearchEntries searchEntries;
    private final Acts acts;
    private final Ledger ledger;

    CorrectText(JdbcClient jdbc, Requests requests, SearchEntries searchEntries, Acts acts, Ledger ledger) {
        this.jdbc = jdbc;
        this.requests = requests;
        this.searchEntries = searchEntries;
        this.acts = acts;
        this.ledger = ledger;
    }

    /** Which text of a request. */
    public sealed interface Which {}

    public enum Part implements Which {
        SAID,
        PLACE
    }

    public record Note(UUID id) implements Which {}

    public record Text(Which which, String words) {}

    /** What stood there before. */
    public record Former(Instant at, AccountId by, Which which, String words, String why) {}

    /** Those that the agent may correct: what the person said, the place, then the notes, the first first. */
    public List<Text> texts(Actor.Agent agent, Request request) {
        var handles = acts.mayHandle(agent, request);
        if (!handles && !searchEntries.isFiledBy(request.id(), agent.account())) {
            return List.of();
        }
        var statement = requests.statement(request.id());
        var texts = new ArrayList<Text>();
        texts.add(new Text(Part.SAID, statement.description()));
        statement.where().ifPresent(place -> texts.add(new Text(Part.PLACE, place.label())));
        if (handles) {
            requests.messages(request.id()).stream()
                    .filter(message -> message.kind() == Kind.NOTE)
                    .forEach(note -> texts.add(new Text(new Note(note.id()), note.words())));
        }
        return texts;
    }

    /** The last correction first. */
    public List<Former> former(Request request) {
        return jdbc.sql("""
                        select corrected_at, corrected_by, part, message_id, former, why
                          from requests.correction where request_id = ? order by id desc
                        """)
                .param(request.id().value())
                .query((row, number) -> new Former(
                        row.getTimestamp("corrected_at").toInstant(),
                        new AccountId(row.getObject("corrected_by", UUID.class)),
                        switch (row.getString("part")) {
                            case "said" -> Part.SAID;
                            case "place" -> Part.PLACE;
                            default -> new Note(row.getObject("message_id", UUID.class));
                        },
                        row.getString("former"),
                        row.getString("why")))
                .list();
    }

    @Transactional
    public Outcome correct(Actor.Agent agent, Seen seen, Which which, String words, String why) {
        var request = acts.find(agent, seen.number(), RequestPermission.NOTE);
        var texts = texts(agent, request);
        if (texts.isEmpty()) {
            throw new AccessDeniedException("The unit in charge corrects a request, and whoever wrote it down");
        }
        if (texts.stream().noneMatch(known -> known.which().equals(which))) {
            throw new NotFound();
        }
        if (request.version() != seen.version()) {
            return new ChangedMeanwhile();
        }
        var at = acts.now();
        jdbc.sql("select requests.correct(:id, :request, :part, :note, :words, :why, :by, :at)")
                .param("id", UuidCreator.getTimeOrderedEpoch())
                .param("request", request.id().value())
                .param(
                        "part",
                        switch (which) {
                            case Part.SAID -> "said";
                            case Part.PLACE -> "place";
                            case Note note -> "note";
                        })
                .param("note", which instanceof Note(var id) ? id : null, Types.OTHER)
                .param("words", words.strip())
                .param("why", why.strip())
                .param("by", agent.account().value())
                .param("at", Timestamp.from(at))
                .query((row, number) -> true)
                .single();
        ledger.index(request.id());
        var kind = which instanceof Note ? FactKind.NOTE_CORRECTED : FactKind.CORRECTED;
        var outcome = HandleRequest.written(ledger.change(request, request, kind, at, agent), request);
        if (outcome instanceof ChangedMeanwhile) {
            Acts.undo();
        }
        return outcome;
    }
}
