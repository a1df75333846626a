package fr.traboule.requests;

import fr.traboule.calendar.CityTime;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.files.FileId;
import fr.traboule.ground.history.History;
import fr.traboule.requests.HandleRequest.Seen;
import fr.traboule.requests.Message.Kind;
import fr.traboule.residents.AnswerWay;
import fr.traboule.routing.Subjects;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the person does with their request once it is received: tell more, ask where it is, give it up, open it again. With the
 * number and the code, or through an agent whom they met or called (invariant I2: the same rights by every door).
 */
@Service
public class PersonActs {

    /** After an answer, how long the person may say that it does not do. */
    public static final Duration MAY_REOPEN = Duration.ofDays(60);

    private static final Set<FactKind> ENDS =
            EnumSet.of(FactKind.ANSWERED, FactKind.WITHDRAWN, FactKind.HANDED_OVER, FactKind.CLOSED);

    private final Requests requests;
    private final Acts acts;
    private final Ledger ledger;
    private final TellPerson tellPerson;
    private final Receipts receipts;
    private final History history;
    private final Promise promise;
    private final Subjects subjects;
    private final Clock clock;

    PersonActs(
            Requests requests,
            Acts acts,
            Ledger ledger,
            TellPerson tellPerson,
            Receipts receipts,
            History requestsHistory,
            Promise promise,
            Subjects subjects,
            Clock clock) {
        this.requests = requests;
        this.acts = acts;
        this.ledger = ledger;
        this.tellPerson = tellPerson;
        this.receipts = receipts;
        this.history = requestsHistory;
        this.promise = promise;
        this.subjects = subjects;
        this.clock = clock;
    }

    public enum Outcome {
        DONE,
        /** They asked today already, and it was counted. */
        ALREADY_TODAY,
        /** To be answered so, something is to be known that is not. */
        NEEDS_MORE,
        /** Where the request stands, that cannot be done with it (any more). */
        NOT_NOW
    }

    /** What the person may do with it now. */
    public Set<RequestAct> possible(Request request) {
        var possible = EnumSet.noneOf(RequestAct.class);
        for (var act : Set.of(RequestAct.ADD, RequestAct.RESUME, RequestAct.CHASE, RequestAct.WITHDRAW)) {
            if (requests.goingOn(request).allows(act)
                    && (act != RequestAct.RESUME || request.status() == RequestStatus.WAITING_RESIDENT)) {
                possible.add(act);
            }
        }
        if (mayReopen(request)) {
            possible.add(RequestAct.REOPEN);
        }
        if (request.status() == RequestStatus.MERGED) {
            possible.retainAll(Set.of(RequestAct.CHASE));
        }
        return possible;
    }

    /** Tells more, asked or not. */
    @Transactional
    public Outcome reply(Receipt receipt, String words) {
        return reply(receipt, words, List.of());
    }

    /** @param files taken by {@link TakeFiles}, which are the request's from now on */
    @Transactional
    public Outcome reply(Receipt receipt, String words, List<FileId> files) {
        return opened(receipt)
                .map(request -> reply(request, words, files, new Actor.Resident()))
                .orElse(Outcome.NOT_NOW);
    }

    @Transactional
    public Outcome reply(Actor.Agent agent, Seen seen, String words) {
        return reply(agent, seen, words, List.of());
    }

    /** @param files that the person brought */
    @Transactional
    public Outcome reply(Actor.Agent agent, Seen seen, String words, List<FileId> files) {
        return seenBy(agent, seen)
                .map(request -> reply(request, words, files, new Actor.ForResident(agent)))
                .orElse(Outcome.NOT_NOW);
    }

    private Outcome reply(Request request, String words, List<FileId> files, Actor actor) {
        var act = request.status() == RequestStatus.WAITING_RESIDENT ? RequestAct.RESUME : RequestAct.ADD;
        if (!request.allows(act)) {
            return Outcome.NOT_NOW;
        }
        var said = Message.of(Kind.REPLY, words, clock.instant());
        requests.waitNoMore(request.id());
        return written(ledger.change(request, request.after(act), FactKind.REPLIED, said, actor)
                && ledger.attach(files, request.id()));
    }

    /** Asks where it is: counted once a day, shown to whoever answers. */
    @Transactional
    public Outcome chase(Receipt receipt) {
        return opened(receipt)
                .map(request -> chase(requests.goingOn(request), new Actor.Resident()))
                .orElse(Outcome.NOT_NOW);
    }

    @Transactional
    public Outcome chase(Actor.Agent agent, Seen seen) {
        return seenBy(agent, seen)
                .map(request -> chase(requests.goingOn(request), new Actor.ForResident(agent)))
                .orElse(Outcome.NOT_NOW);
    }

    private Outcome chase(Request request, Actor actor) {
        if (!request.allows(RequestAct.CHASE)) {
            return Outcome.NOT_NOW;
        }
        var now = clock.instant();
        if (last(request, Set.of(FactKind.CHASED))
                .filter(at -> CityTime.day(at).equals(CityTime.day(now)))
                .isPresent()) {
            return Outcome.ALREADY_TODAY;
        }
        return written(ledger.change(request, request.chased(), FactKind.CHASED, now, actor));
    }

    /** Wants it no more. */
    @Transactional
    public Outcome withdraw(Receipt receipt) {
        return opened(receipt)
                .map(request -> withdraw(request, new Actor.Resident()))
                .orElse(Outcome.NOT_NOW);
    }

    @Transactional
    public Outcome withdraw(Actor.Agent agent, Seen seen) {
        return seenBy(agent, seen)
                .map(request -> withdraw(request, new Actor.ForResident(agent)))
                .orElse(Outcome.NOT_NOW);
    }

    private Outcome withdraw(Request request, Actor actor) {
        if (!request.allows(RequestAct.WITHDRAW)) {
            return Outcome.NOT_NOW;
        }
        requests.waitNoMore(request.id());
        return written(
                ledger.change(request, request.after(RequestAct.WITHDRAW), FactKind.WITHDRAWN, clock.instant(), actor));
    }

    /** The answer does not do, or the problem is there again: a new day is promised. */
    @Transactional
    public Outcome reopen(Receipt receipt, String words) {
        return opened(receipt)
                .map(request -> reopen(request, words, new Actor.Resident()))
                .orElse(Outcome.NOT_NOW);
    }

    @Transactional
    public Outcome reopen(Actor.Agent agent, Seen seen, String words) {
        return seenBy(agent, seen)
                .map(request -> reopen(request, words, new Actor.ForResident(agent)))
                .orElse(Outcome.NOT_NOW);
    }

    private Outcome reopen(Request request, String words, Actor actor) {
        if (!mayReopen(request)) {
            return Outcome.NOT_NOW;
        }
        var now = clock.instant();
        var dueOn = promise.dueOn(request.subject().flatMap(subjects::byId), CityTime.day(now));
        return written(ledger.change(
                request, request.reopened(dueOn), FactKind.REOPENED, Message.of(Kind.REPLY, words, now), actor));
    }

    /** Wants to be answered in another way; {@link Contact#missing} says what has to be typed for it. */
    @Transactional
    public Outcome answerBy(Receipt receipt, int version, AnswerWay way, ContactForm typed) {
        return opened(receipt)
                .filter(request -> request.version() == version)
                .map(request -> answerBy(request, way, typed, new Actor.Resident()))
                .orElse(Outcome.NOT_NOW);
    }

    @Transactional
    public Outcome answerBy(Actor.Agent agent, Seen seen, AnswerWay way, ContactForm typed) {
        return seenBy(agent, seen)
                .map(request -> answerBy(request, way, typed, new Actor.ForResident(agent)))
                .orElse(Outcome.NOT_NOW);
    }

    private Outcome answerBy(Request request, AnswerWay way, ContactForm typed, Actor actor) {
        if (!request.allows(RequestAct.CHANGE_WAY)) {
            return Outcome.NOT_NOW;
        }
        var before = requests.statement(request.id()).contact();
        if (!before.missing(way, typed).isEmpty()) {
            return Outcome.NEEDS_MORE;
        }
        var after = before.answeredBy(way, typed);
        if (after.equals(before)) {
            return Outcome.DONE;
        }
        var ways = Map.of("from", before.way().code(), "to", way.code());
        var isWritten = ledger.changeContact(request, after, clock.instant(), actor, ways);
        if (isWritten) {
            tellPerson.goBy(request, after);
        }
        return written(isWritten);
    }

    private boolean mayReopen(Request request) {
        return request.allows(RequestAct.REOPEN)
                && last(request, ENDS)
                        .filter(end -> end.plus(MAY_REOPEN).isAfter(clock.instant()))
                        .isPresent();
    }

    private Optional<Instant> last(Request request, Set<FactKind> kinds) {
        return history.last(
                request.id().value(), kinds.stream().map(FactKind::code).toList());
    }

    private Optional<Request> opened(Receipt receipt) {
        return requests.byNumber(receipt.number()).filter(request -> receipts.opens(request, receipt.secret()));
    }

    private Optional<Request> seenBy(Actor.Agent agent, Seen seen) {
        return Optional.of(acts.find(agent, seen.number(), RequestPermission.FILE))
                .filter(request -> request.version() == seen.version());
    }

    /** Whoever changes it at this very moment comes first. */
    private static Outcome written(boolean isWritten) {
        if (!isWritten) {
            Acts.undo();
            return Outcome.NOT_NOW;
        }
        return Outcome.DONE;
    }
}
