package fr.traboule.requests;

import fr.traboule.ground.access.Actor;
import fr.traboule.requests.HandleRequest.ChangedMeanwhile;
import fr.traboule.requests.HandleRequest.Done;
import fr.traboule.requests.HandleRequest.Outcome;
import fr.traboule.requests.HandleRequest.Seen;
import fr.traboule.routing.Sameness;
import fr.traboule.routing.Subject;
import fr.traboule.routing.Subjects;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Requests about the same thing: one goes on for all of them, each keeps its number and its history, and whoever reported one
 * is told each time. Proposed, never automatic; and undone if it was a mistake.
 */
@Service
public class MergeRequests {

    private static final int MOST_PROPOSED = 5;

    private final Requests requests;
    private final Duplicates duplicates;
    private final Acts acts;
    private final Scopes scopes;
    private final Ledger ledger;
    private final Subjects subjects;

    MergeRequests(
            Requests requests, Duplicates duplicates, Acts acts, Scopes scopes, Ledger ledger, Subjects subjects) {
        this.requests = requests;
        this.duplicates = duplicates;
        this.acts = acts;
        this.scopes = scopes;
        this.ledger = ledger;
        this.subjects = subjects;
    }

    /** Why two requests cannot become one. */
    public enum Obstacle {
        /** There is none of that number, or not for this agent. */
        UNKNOWN,
        ITSELF,
        /** It has come to its end, or goes on in another one. */
        NOT_OPEN,
        /** Others go on in this one: the other one should join them. */
        HAS_OTHERS
    }

    /** Open requests that may be about the same thing: same subject, near or of the same person, not long before or after. */
    public List<Duplicate> proposed(Actor.Agent agent, Request request) {
        return request.status().isOpen()
                ? duplicates.of(request, sameness(request), scopes.of(agent), MOST_PROPOSED)
                : List.of();
    }

    private Sameness sameness(Request request) {
        return request.subject().flatMap(subjects::byId).map(Subject::sameness).orElse(Sameness.USUAL);
    }

    /** The numbers of those that this one goes on for. */
    public List<RequestNumber> mergedInto(Request request) {
        return requests.mergedInto(request.id()).stream().map(Request::number).toList();
    }

    /** The number of the one that goes on for it. */
    public Optional<RequestNumber> main(Request request) {
        return request.mergedInto().flatMap(requests::byId).map(Request::number);
    }

    public Optional<Obstacle> obstacle(Actor.Agent agent, RequestNumber number, RequestNumber main) {
        if (number.equals(main)) {
            return Optional.of(Obstacle.ITSELF);
        }
        var into = requests.byNumber(main, scopes.of(agent));
        if (into.isEmpty()) {
            return Optional.of(Obstacle.UNKNOWN);
        }
        if (!into.get().status().isOpen()) {
            return Optional.of(Obstacle.NOT_OPEN);
        }
        return Optional.of(Obstacle.HAS_OTHERS)
                .filter(others -> requests.byNumber(number)
                        .filter(request -> !requests.mergedInto(request.id()).isEmpty())
                        .isPresent());
    }

    /** @throws IllegalStateException if there is an {@linkplain #obstacle obstacle} */
    @Transactional
    public Outcome merge(Actor.Agent agent, Seen seen, RequestNumber main) {
        obstacle(agent, seen.number(), main).ifPresent(obstacle -> {
            throw new IllegalStateException("Not merged: " + obstacle);
        });
        var into = acts.find(agent, main, RequestPermission.HANDLE);
        return acts.find(agent, seen, RequestPermission.HANDLE, RequestAct.MERGE)
                .map(request -> {
                    var merged = request.mergedWith(into.id());
                    var at = acts.now();
                    requests.waitNoMore(request.id());
                    return inOrder(
                            merged,
                            () -> ledger.change(request, merged, FactKind.MERGED, at, agent, about(into)),
                            into,
                            () -> ledger.change(into, into, FactKind.MERGED_HERE, at, agent, about(request)));
                })
                .orElseGet(ChangedMeanwhile::new);
    }

    /** Each goes its own way again, with the dates and the history that it has. */
    @Transactional
    public Outcome split(Actor.Agent agent, Seen seen) {
        return acts.find(agent, seen, RequestPermission.HANDLE, RequestAct.SPLIT)
                .map(request -> {
                    var main = request.mergedInto().flatMap(requests::byId).orElseThrow();
                    var split = request.after(RequestAct.SPLIT);
                    var at = acts.now();
                    return inOrder(
                            split,
                            () -> ledger.change(request, split, FactKind.SPLIT, at, agent, about(main)),
                            main,
                            () -> ledger.change(main, main, FactKind.SPLIT_HERE, at, agent, about(request)));
                })
                .orElseGet(ChangedMeanwhile::new);
    }

    private static Map<String, String> about(Request other) {
        return Map.of("request", other.id().value().toString());
    }

    /**
     * Always the same one first: two agents who join two requests the other way round wait for each other no longer than a
     * moment, and the second one finds the request changed.
     */
    private static Outcome inOrder(Request one, BooleanSupplier act, Request other, BooleanSupplier otherAct) {
        var isFirst = one.id().value().compareTo(other.id().value()) < 0;
        if ((isFirst ? act : otherAct).getAsBoolean() && (isFirst ? otherAct : act).getAsBoolean()) {
            return new Done(one);
        }
        Acts.undo();
        return new ChangedMeanwhile();
    }
}
