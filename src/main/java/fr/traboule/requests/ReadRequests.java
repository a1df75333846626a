package fr.traboule.requests;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import fr.traboule.city.UnitId;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.ground.files.FileId;
import fr.traboule.ground.files.FileStore;
import fr.traboule.ground.history.History;
import fr.traboule.residents.Representative;
import fr.traboule.routing.SubjectId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What may be seen of requests: by an agent within their scope, by a person with the number and the secret. */
@Service
@Transactional
public class ReadRequests {

    private final Requests requests;
    private final SearchEntries searchEntries;
    private final History history;
    private final FileStore files;
    private final Scopes scopes;
    private final Receipts receipts;
    private final Permissions permissions;
    private final Looks looks;

    ReadRequests(
            Requests requests,
            SearchEntries searchEntries,
            History requestsHistory,
            FileStore requestsFiles,
            Scopes scopes,
            Receipts receipts,
            Permissions permissions,
            Looks looks) {
        this.requests = requests;
        this.searchEntries = searchEntries;
        this.history = requestsHistory;
        this.files = requestsFiles;
        this.scopes = scopes;
        this.receipts = receipts;
        this.permissions = permissions;
        this.looks = looks;
    }

    /** What became of a request that an agent sends under an id of their own making, perhaps not for the first time. */
    public sealed interface Sending {}

    public record NotYet() implements Sending {}

    public record SentByYou(Receipt receipt) implements Sending {}

    /** There is one of that id, and somebody else filed it. */
    public record NotYours() implements Sending {}

    public Sending sending(Actor.Agent agent, RequestId id) {
        var known = requests.byId(id);
        if (known.isEmpty()) {
            return new NotYet();
        }
        return searchEntries.isFiledBy(id, agent.account()) ? new SentByYou(receipts.of(known.get())) : new NotYours();
    }

    /** For whoever has the number and the secret; nothing of what is archived. */
    public Optional<RequestSheet> tracked(RequestNumber number, TrackingSecret secret) {
        return opened(number, secret)
                .filter(request -> request.archived().isEmpty())
                .map(this::sheet);
    }

    /** What is archived, for whoever has the number and the secret: that it was, and when; no words. */
    public Optional<Request> trackedInArchives(RequestNumber number, TrackingSecret secret) {
        return opened(number, secret).filter(request -> request.archived().isPresent());
    }

    private Optional<Request> opened(RequestNumber number, TrackingSecret secret) {
        return requests.byNumber(number).filter(request -> receipts.opens(request, secret));
    }

    /** Whether that agent may see it; nothing is shown, and nothing logged. */
    public boolean mayBeSeenBy(Actor.Agent agent, RequestNumber number) {
        return requests.byNumber(number, scopes.of(agent)).isPresent();
    }

    public Optional<RequestSheet> seenBy(Actor.Agent agent, RequestNumber number) {
        return looked(agent, number, Look.PAGE).map(this::sheet);
    }

    private Optional<Request> looked(Actor.Agent agent, RequestNumber number, Look look) {
        var scope = scopes.of(agent);
        var found = requests.byNumber(number, scope);
        found.ifPresent(request -> looks.add(scope, request.id(), request.unit(), look));
        return found;
    }

    /**
     * Of a request that belongs to others, for an agent to whom somebody gave its number: who answers, by when, how far it
     * is. Nothing of what the person said.
     */
    public Optional<RequestElsewhere> elsewhere(Actor.Agent agent, RequestNumber number) {
        permissions.require(agent, RequestPermission.FILE);
        return requests.byNumber(number)
                .map(request -> new RequestElsewhere(
                        request.number(), request.unit(), request.status(), request.dueOn(), request.archived()));
    }

    /** The receipt once more, for whoever filed the request or was let into it. */
    public Receipt receipt(RequestId id) {
        return requests.byId(id).map(receipts::of).orElseThrow();
    }

    /** Who spoke for the person, for the receipt that they take away. */
    public Optional<Representative> representative(RequestId id) {
        return requests.statement(id).representative();
    }

    /** The same for an agent, who may have to read it to the person. */
    public Optional<Request> receiptSeenBy(Actor.Agent agent, RequestNumber number) {
        return looked(agent, number, Look.RECEIPT);
    }

    /** Outside a transaction: the file may be in a bucket, and no connection of the database waits for that. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Optional<FileStore.Opening> file(Actor.Agent agent, RequestNumber number, FileId file) {
        return looked(agent, number, Look.FILE)
                .flatMap(request -> files.read(file, request.id().value()));
    }

    RequestSheet sheet(Request request) {
        return new RequestSheet(
                request, requests.statement(request.id()), files.of(request.id().value()), story(request.id()));
    }

    private List<RequestStory> story(RequestId id) {
        var messages = requests.messages(id).stream()
                .collect(toMap(message -> message.id().toString(), identity()));
        return history.of(id.value()).stream()
                .map(fact -> story(fact, messages))
                .toList();
    }

    private static RequestStory story(History.Told fact, Map<String, Message> messages) {
        var details = fact.details();
        var said = Optional.ofNullable(details.get("message")).map(messages::get);
        return new RequestStory(
                fact.at(),
                FactKind.of(fact.kind()),
                fact.account(),
                Optional.ofNullable(details.get("unit")).map(UUID::fromString).map(UnitId::new),
                Optional.ofNullable(details.get("subject"))
                        .map(UUID::fromString)
                        .map(SubjectId::new),
                said.map(Message::words),
                said.filter(message -> message.kind().isInternal()).isPresent());
    }
}
