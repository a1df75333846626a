package fr.traboule.requests;

import fr.traboule.calendar.CityTime;
import fr.traboule.city.Posts;
import fr.traboule.ground.access.AccountId;
import fr.traboule.ground.access.Actor;
import fr.traboule.requests.Message.Kind;
import fr.traboule.routing.RouteRequest;
import fr.traboule.routing.Subject;
import fr.traboule.web.NotFound;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an agent does with a request of theirs: take it in hand, give it to a colleague, say what it is about, note, answer,
 * close. Each act names the version it was decided on: if somebody changed the request meanwhile, nothing is done and the
 * agent is told.
 */
@Service
public class HandleRequest {

    private final Requests requests;
    private final Acts acts;
    private final Ledger ledger;
    private final Posts posts;
    private final RouteRequest routeRequest;
    private final Promise promise;
    private final TellEveryone tellEveryone;
    private final Complaints complaints;

    HandleRequest(
            Requests requests,
            Acts acts,
            Ledger ledger,
            Posts posts,
            RouteRequest routeRequest,
            Promise promise,
            TellEveryone tellEveryone,
            Complaints complaints) {
        this.requests = requests;
        this.acts = acts;
        this.ledger = ledger;
        this.posts = posts;
        this.routeRequest = routeRequest;
        this.promise = promise;
        this.tellEveryone = tellEveryone;
        this.complaints = complaints;
    }

    /** The request as the agent saw it when they decided. */
    public record Seen(RequestNumber number, int version) {}

    public sealed interface Outcome {}

    public record Done(Request request) implements Outcome {}

    public record ChangedMeanwhile() implements Outcome {}

    @Transactional
    public Outcome take(Actor.Agent agent, Seen seen) {
        return acts.find(agent, seen, RequestPermission.HANDLE, RequestAct.TAKE)
                .map(request -> {
                    var taken = request.after(RequestAct.TAKE).heldBy(Optional.of(agent.account()));
                    return written(ledger.change(request, taken, FactKind.TAKEN, acts.now(), agent), taken);
                })
                .orElseGet(ChangedMeanwhile::new);
    }

    /** Whether the agent may do more than read and note. */
    public boolean mayHandle(Actor.Agent agent, Request request) {
        return acts.mayHandle(agent, request);
    }

    /** Who may be given a request: those who work in the unit that answers for it. */
    public List<AccountId> colleagues(Request request) {
        return posts.in(request.unit());
    }

    /** Gives it to a colleague of the unit in charge. */
    @Transactional
    public Outcome assign(Actor.Agent agent, Seen seen, AccountId colleague) {
        return acts.find(agent, seen, RequestPermission.HANDLE, RequestAct.ASSIGN)
                .map(request -> {
                    if (!colleagues(request).contains(colleague)) {
                        throw new NotFound();
                    }
                    var given = request.after(RequestAct.ASSIGN).heldBy(Optional.of(colleague));
                    var to = Map.of("to", colleague.value().toString());
                    return written(ledger.change(request, given, FactKind.ASSIGNED, acts.now(), agent, to), given);
                })
                .orElseGet(ChangedMeanwhile::new);
    }

    /** Says what the request is about: it goes at once to the unit that answers for it. */
    @Transactional
    public Outcome qualify(Actor.Agent agent, Seen seen, Subject subject) {
        return acts.find(agent, seen, RequestPermission.HANDLE, RequestAct.QUALIFY)
                .map(request -> {
                    var received = CityTime.day(request.receivedAt());
                    var route = complaints
                            .about(request)
                            .map(complained -> routeRequest.complaint(complained.against()))
                            .orElseGet(() ->
                                    routeRequest.route(Optional.of(subject), request.area(), CityTime.day(acts.now())));
                    var qualified = request.qualified(subject, route, promise.dueOn(Optional.of(subject), received));
                    return written(ledger.change(request, qualified, FactKind.QUALIFIED, acts.now(), agent), qualified);
                })
                .orElseGet(ChangedMeanwhile::new);
    }

    @Transactional
    public Outcome note(Actor.Agent agent, Seen seen, String words) {
        var request = acts.find(agent, seen.number(), RequestPermission.NOTE);
        ledger.note(request, Message.of(Kind.NOTE, words, acts.now()), agent);
        return new Done(request);
    }

    /**
     * Answers the person, by the way they chose: by e-mail it leaves by itself, else the agent calls or writes. Whoever
     * reported the same thing is told the same.
     */
    @Transactional
    public Outcome answer(Actor.Agent agent, Seen seen, String words) {
        return answer(agent, seen, words, Optional.empty());
    }

    /** @param model that the words were made of, by a code that names it and its version */
    @Transactional
    public Outcome answer(Actor.Agent agent, Seen seen, String words, Optional<String> model) {
        return acts.find(agent, seen, RequestPermission.HANDLE, RequestAct.ANSWER)
                .map(request -> {
                    var answer = Message.of(Kind.ANSWER, words, acts.now());
                    var answered = request.after(RequestAct.ANSWER);
                    var isWritten = ledger.change(
                            request,
                            answered,
                            FactKind.ANSWERED,
                            answer,
                            agent,
                            model.map(used -> Map.of("model", used)).orElse(Map.of()));
                    if (isWritten) {
                        requests.waitNoMore(request.id());
                        tellEveryone.answered(answered, answer, agent);
                    }
                    return written(isWritten, answered);
                })
                .orElseGet(ChangedMeanwhile::new);
    }

    @Transactional
    public Outcome close(Actor.Agent agent, Seen seen) {
        return acts.find(agent, seen, RequestPermission.HANDLE, RequestAct.CLOSE)
                .map(request -> {
                    var closed = request.after(RequestAct.CLOSE);
                    return written(ledger.change(request, closed, FactKind.CLOSED, acts.now(), agent), closed);
                })
                .orElseGet(ChangedMeanwhile::new);
    }

    static Outcome written(boolean isWritten, Request after) {
        return isWritten ? new Done(after) : new ChangedMeanwhile();
    }
}
