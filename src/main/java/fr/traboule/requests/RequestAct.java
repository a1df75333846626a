package fr.traboule.requests;

import static fr.traboule.requests.RequestStatus.ANSWERED;
import static fr.traboule.requests.RequestStatus.CLOSED;
import static fr.traboule.requests.RequestStatus.HANDED_OVER;
import static fr.traboule.requests.RequestStatus.IN_PROGRESS;
import static fr.traboule.requests.RequestStatus.MERGED;
import static fr.traboule.requests.RequestStatus.RECEIVED;
import static fr.traboule.requests.RequestStatus.WAITING_PARTNER;
import static fr.traboule.requests.RequestStatus.WAITING_RESIDENT;
import static fr.traboule.requests.RequestStatus.WITHDRAWN;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The life of a request, whole: what can be done with it, from where, and where that leads. Whatever is not in this table
 * cannot be written.
 */
public enum RequestAct {
    /** Somebody has it in hand. */
    TAKE(from(RECEIVED, IN_PROGRESS), to(IN_PROGRESS)),
    /** Somebody is given it. */
    ASSIGN(from(RECEIVED, IN_PROGRESS), to(IN_PROGRESS)),
    /** What it is about becomes known, and with it who answers. */
    QUALIFY(fromAnyOpen(), toTheSame()),
    /** Another unit answers from now on. */
    MOVE(fromAnyOpen(), toTheSame()),
    ASK_RESIDENT(from(RECEIVED, IN_PROGRESS, WAITING_PARTNER), to(WAITING_RESIDENT)),
    WAIT_FOR_PARTNER(from(RECEIVED, IN_PROGRESS, WAITING_RESIDENT), to(WAITING_PARTNER)),
    /** What it waited for came, or nobody waits any longer. */
    RESUME(from(WAITING_RESIDENT, WAITING_PARTNER), to(IN_PROGRESS)),
    /** The person adds something that nobody asked for. */
    ADD(from(RECEIVED, IN_PROGRESS, WAITING_PARTNER), toTheSame()),
    /** The person asks where it is. */
    CHASE(fromAnyOpen(), toTheSame()),
    /** The person wants to be answered in another way. */
    CHANGE_WAY(and(fromAnyOpen(), ANSWERED, MERGED), toTheSame()),
    ANSWER(fromAnyOpen(), to(ANSWERED)),
    CLOSE(from(ANSWERED), to(CLOSED)),
    WITHDRAW(fromAnyOpen(), to(WITHDRAWN)),
    /** It is about the same thing as another one, which goes on for both. */
    MERGE(fromAnyOpen(), to(MERGED)),
    /** It was not about the same thing after all. */
    SPLIT(from(MERGED), to(IN_PROGRESS)),
    HAND_OVER(fromAnyOpen(), to(HANDED_OVER)),
    REOPEN(from(ANSWERED, CLOSED, WITHDRAWN, HANDED_OVER), to(IN_PROGRESS));

    private final Set<RequestStatus> from;
    private final Optional<RequestStatus> to;

    RequestAct(Set<RequestStatus> from, Optional<RequestStatus> to) {
        this.from = from;
        this.to = to;
    }

    boolean isPossibleFrom(RequestStatus status) {
        return from.contains(status);
    }

    /** @throws IllegalStateException if it is not possible from there */
    RequestStatus after(RequestStatus status) {
        if (!isPossibleFrom(status)) {
            throw new IllegalStateException("%s is not possible from %s".formatted(this, status));
        }
        return to.orElse(status);
    }

    private static Set<RequestStatus> from(RequestStatus... statuses) {
        return Set.of(statuses);
    }

    private static Set<RequestStatus> fromAnyOpen() {
        var open = EnumSet.noneOf(RequestStatus.class);
        Arrays.stream(RequestStatus.values()).filter(RequestStatus::isOpen).forEach(open::add);
        return open;
    }

    private static Set<RequestStatus> and(Set<RequestStatus> some, RequestStatus... more) {
        var all = EnumSet.copyOf(some);
        all.addAll(Set.of(more));
        return all;
    }

    private static Optional<RequestStatus> to(RequestStatus status) {
        return Optional.of(status);
    }

    private static Optional<RequestStatus> toTheSame() {
        return Optional.empty();
    }
}
