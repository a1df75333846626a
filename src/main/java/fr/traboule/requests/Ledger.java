package fr.traboule.requests;

import fr.traboule.city.UnitId;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.files.FileId;
import fr.traboule.ground.files.FileState;
import fr.traboule.ground.files.FileStore;
import fr.traboule.ground.history.Fact;
import fr.traboule.ground.history.History;
import fr.traboule.routing.SubjectId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Writes what must be true together, in the transaction of the act: the request, the unit that answers for it, its row for
 * queues and search, and the fact that tells what happened.
 */
@Component
class Ledger {

    private final Requests requests;
    private final SearchEntries searchEntries;
    private final JdbcDeliveries deliveries;
    private final History history;
    private final FileStore files;

    Ledger(
            Requests requests,
            SearchEntries searchEntries,
            JdbcDeliveries deliveries,
            History requestsHistory,
            FileStore requestsFiles) {
        this.requests = requests;
        this.searchEntries = searchEntries;
        this.deliveries = deliveries;
        this.history = requestsHistory;
        this.files = requestsFiles;
    }

    /** @return false if its id or its number is taken: nothing is written then */
    boolean open(Request request, NewRequest wanted, Actor actor) {
        if (!requests.add(request, wanted.statement())) {
            return false;
        }
        requests.handTo(request.id(), request.unit(), UnitMove.ROUTED, request.receivedAt());
        searchEntries.add(request, wanted.statement(), actor.actingAccount());
        files.attach(wanted.files(), request.id().value());
        tell(request, FactKind.RECEIVED, request.receivedAt(), actor, standing(request));
        tellWhatWasSetAside(request);
        return true;
    }

    /** What came in earlier is written down now. */
    void tellTypedIn(Request request, Instant at, Actor actor) {
        tell(request, FactKind.TYPED_IN, at, actor, Map.of());
    }

    /** While the person was still writing. */
    private void tellWhatWasSetAside(Request request) {
        files.of(request.id().value()).stream()
                .filter(file -> file.state() == FileState.QUARANTINED)
                .forEach(file -> tell(
                        request.id(),
                        FactKind.FILE_SET_ASIDE,
                        request.receivedAt(),
                        Map.of("file", file.id().value().toString())));
    }

    Optional<Request> byId(RequestId id) {
        return requests.byId(id);
    }

    /** @return false if somebody changed it since it was read: nothing is written then */
    boolean change(Request before, Request after, FactKind kind, Instant at, Actor actor) {
        return change(before, after, kind, at, actor, Map.of());
    }

    /** @return false if somebody changed it since it was read: nothing is written then */
    boolean change(Request before, Request after, FactKind kind, Message said, Actor actor) {
        return change(before, after, kind, said, actor, Map.of());
    }

    /** @return false if somebody changed it since it was read: nothing is written then */
    boolean change(
            Request before, Request after, FactKind kind, Message said, Actor actor, Map<String, String> details) {
        var more = new HashMap<>(details);
        more.put("message", said.id().toString());
        if (!change(before, after, kind, said.at(), actor, more)) {
            return false;
        }
        add(after.id(), said);
        return true;
    }

    /** @return always true: what is attached to a request that nobody changed meanwhile is its own */
    boolean attach(List<FileId> brought, RequestId request) {
        files.attach(brought, request.value());
        return true;
    }

    void note(Request request, Message note, Actor actor) {
        say(request, FactKind.NOTED, note, actor);
    }

    /** Something said beside the request's own course. */
    void say(Request request, FactKind kind, Message said, Actor actor) {
        decide(request, kind, said, actor, Map.of("message", said.id().toString()));
    }

    /** Something that somebody decided beside the request's own course, and why. */
    void decide(Request request, FactKind kind, Message why, Actor actor, Map<String, String> details) {
        add(request.id(), why);
        tell(request, kind, why.at(), actor, details);
    }

    private void add(RequestId request, Message said) {
        requests.addMessage(request, said);
        index(request);
    }

    /** Its words are others now. */
    void index(RequestId request) {
        searchEntries.addWhatWasSaid(request);
    }

    /** Something that changes nothing of the request itself. */
    void tell(RequestId request, FactKind kind, Instant at, Actor actor, Map<String, String> details) {
        history.add(Fact.of(request.value(), kind.code(), at, actor, details));
    }

    /** Something that the program did for the request. */
    void tell(RequestId request, FactKind kind, Instant at, Map<String, String> details) {
        history.add(Fact.of(request.value(), kind.code(), at, new Actor.Program(), details));
    }

    /** Something that somebody had the program do for the request. */
    void tellBy(Actor actor, RequestId request, FactKind kind, Instant at) {
        history.add(Fact.of(request.value(), kind.code(), at, actor, Map.of()));
    }

    /** @return false if somebody changed it since it was read: nothing is written then */
    boolean change(Request before, Request after, FactKind kind, Instant at, Actor actor, Map<String, String> more) {
        if (!requests.change(after, at)) {
            return false;
        }
        if (!before.unit().equals(after.unit())) {
            requests.handTo(after.id(), after.unit(), move(kind), at);
            deliveries.follow(List.of(after.id()), after.unit());
        }
        searchEntries.change(after);
        if (!before.subject().equals(after.subject())) {
            index(after.id());
        }
        var details = standing(after);
        details.putAll(more);
        tell(after, kind, at, actor, details);
        return true;
    }

    /** All those that are still open and the unit's own go to another unit, a fact for each. */
    void handAll(List<RequestId> ids, UnitId from, UnitId to, FactKind kind, Instant at) {
        var handed = requests.handAll(ids, from, to, move(kind), at);
        searchEntries.hand(handed.stream().map(request -> request.id().value()).toList(), to);
        deliveries.follow(handed.stream().map(Request::id).toList(), to);
        history.addAll(handed.stream()
                .map(request -> Fact.of(request.id().value(), kind.code(), at, new Actor.Program(), standing(request)))
                .toList());
    }

    /** @return false if somebody changed the request since it was read: nothing is written then */
    boolean changeContact(Request request, Contact contact, Instant at, Actor actor, Map<String, String> ways) {
        if (!change(request, request, FactKind.WAY_CHANGED, at, actor, ways)) {
            return false;
        }
        requests.changeContact(request.id(), contact);
        searchEntries.addWhatWasSaid(request.id());
        return true;
    }

    private static UnitMove move(FactKind kind) {
        return switch (kind) {
            case MOVED -> UnitMove.MOVED;
            case NOT_OURS -> UnitMove.NOT_OURS;
            case SENT_TO_TRIAGE -> UnitMove.TRIAGE;
            case MOVED_WITH_UNIT -> UnitMove.WITH_UNIT;
            case MOVED_BACK -> UnitMove.BACK;
            default -> UnitMove.ROUTED;
        };
    }

    private void tell(Request request, FactKind kind, Instant at, Actor actor, Map<String, String> details) {
        history.add(Fact.of(request.id().value(), kind.code(), at, actor, details));
    }

    /** Where the request stands after the act: enough to tell its story without its present state. */
    private static HashMap<String, String> standing(Request request) {
        var details = new HashMap<String, String>();
        details.put("status", request.status().code());
        details.put("unit", request.unit().value().toString());
        details.put("due", request.dueOn().toString());
        request.subject().map(SubjectId::value).ifPresent(subject -> details.put("subject", subject.toString()));
        return details;
    }
}
