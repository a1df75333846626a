package fr.traboule.requests;

import fr.traboule.calendar.CityTime;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.routing.RouteRequest;
import fr.traboule.routing.Subject;
import fr.traboule.web.NotFound;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an agent does with a request of theirs: take it in hand, say what it is about, note, answer, close. Each act names the
 * version it was decided on: if somebody changed the request meanwhile, nothing is done and the agent is told.
 */
@Service
public class HandleRequest {

    private final Requests requests;
    private final Ledger ledger;
    private final Scopes scopes;
    private final Permissions permissions;
    private final RouteRequest routeRequest;
    private final Promise promise;
    private final Mail mail;
    private final Clock clock;

    HandleRequest(
            Requests requests,
            Ledger ledger,
            Scopes scopes,
            Permissions permissions,
            RouteRequest routeRequest,
            Promise promise,
            Mail mail,
            Clock clock) {
        this.requests = requests;
        this.ledger = ledger;
        this.scopes = scopes;
        this.permissions = permissions;
        this.routeRequest = routeRequest;
        this.promise = promise;
        this.mail = mail;
        this.clock = clock;
    }

    /** The request as the agent saw it when they decided. */
    public record Seen(RequestNumber number, int version) {}

    public sealed interface Outcome {}

    public record Done(Request request) implements Outcome {}

    public record ChangedMeanwhile() implements Outcome {}

    @Transactional
    public Outcome take(Actor.Agent agent, Seen seen) {
        var request = find(agent, seen, RequestPermission.HANDLE);
        if (request.version() != seen.version() || !request.canBeTaken()) {
            return new ChangedMeanwhile();
        }
        var taken = request.status() == RequestStatus.RECEIVED ? request.become(RequestStatus.IN_PROGRESS) : request;
        return write(agent, request, taken.heldBy(Optional.of(agent.account())), FactKind.TAKEN);
    }

    /** Says what the request is about: it goes at once to the unit that answers for it. */
    @Transactional
    public Outcome qualify(Actor.Agent agent, Seen seen, Subject subject) {
        var request = find(agent, seen, RequestPermission.HANDLE);
        if (request.version() != seen.version() || !request.status().isOpen()) {
            return new ChangedMeanwhile();
        }
        var received = CityTime.day(request.receivedAt());
        var route = routeRequest.route(Optional.of(subject), request.area(), CityTime.day(clock.instant()));
        var qualified = request.qualified(subject, route, promise.dueOn(Optional.of(subject), received));
        return write(agent, request, qualified, FactKind.QUALIFIED);
    }

    @Transactional
    public Outcome note(Actor.Agent agent, Seen seen, String words) {
        var request = find(agent, seen, RequestPermission.NOTE);
        ledger.note(request, Message.of(Message.Kind.NOTE, words, clock.instant()), agent);
        return new Done(request);
    }

    /** Answers the person, by the way they chose: by e-mail it leaves by itself, else the agent calls or writes. */
    @Transactional
    public Outcome answer(Actor.Agent agent, Seen seen, String words) {
        return answer(agent, seen, words, Optional.empty());
    }

    /** @param model that the words were made of, by a code that names it and its version */
    @Transactional
    public Outcome answer(Actor.Agent agent, Seen seen, String words, Optional<String> model) {
        var request = find(agent, seen, RequestPermission.HANDLE);
        if (request.version() != seen.version() || !request.canBecome(RequestStatus.ANSWERED)) {
            return new ChangedMeanwhile();
        }
        var answer = Message.of(Message.Kind.ANSWER, words, clock.instant());
        if (!ledger.answer(request, answer, agent, model)) {
            return new ChangedMeanwhile();
        }
        mail.answer(request, requests.statement(request.id()).contact(), answer.words());
        return new Done(request);
    }

    @Transactional
    public Outcome close(Actor.Agent agent, Seen seen) {
        var request = find(agent, seen, RequestPermission.HANDLE);
        return become(agent, request, seen, RequestStatus.CLOSED, FactKind.CLOSED);
    }

    private Request find(Actor.Agent agent, Seen seen, RequestPermission permission) {
        permissions.require(agent, permission);
        return requests.byNumber(seen.number(), scopes.of(agent)).orElseThrow(NotFound::new);
    }

    private Outcome become(Actor.Agent agent, Request request, Seen seen, RequestStatus next, FactKind kind) {
        return request.version() == seen.version() && request.canBecome(next)
                ? write(agent, request, request.become(next), kind)
                : new ChangedMeanwhile();
    }

    private Outcome write(Actor.Agent agent, Request before, Request after, FactKind kind) {
        return ledger.change(before, after, kind, clock.instant(), agent) ? new Done(after) : new ChangedMeanwhile();
    }
}
