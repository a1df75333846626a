package fr.traboule.requests;

import fr.traboule.city.UnitId;
import fr.traboule.ground.access.AccountId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The requests and what was told with them. */
interface Requests {

    /** @return false if there is one of that id already: nothing changes then */
    boolean add(Request request, Statement statement);

    Optional<Request> byId(RequestId id);

    Optional<Request> byNumber(RequestNumber number);

    Optional<Request> byNumber(RequestNumber number, Scope scope);

    Optional<Request> archivedByNumber(RequestNumber number, Scope scope, boolean everywhere);

    /** @return false if somebody changed it since it was read: nothing changes then */
    boolean change(Request changed, Instant at);

    /** Those still open that somebody has in hand. */
    List<RequestId> heldBy(AccountId holder);

    /** Those still open that a unit answers for. */
    List<RequestId> openIn(UnitId unit);

    /** Those still open that went straight from one unit, which closed, to the other, which has them still. */
    List<RequestId> movedFrom(UnitId closed, UnitId successor);

    /**
     * All at once, those of them that the unit still has and that are still open: from that instant another unit answers. They
     * are held: whoever changes one comes before or after.
     *
     * @return as they are now
     */
    List<Request> handAll(List<RequestId> ids, UnitId from, UnitId to, UnitMove move, Instant at);

    /** From that instant the unit answers, and the one before no longer does. */
    void handTo(RequestId id, UnitId unit, UnitMove move, Instant at);

    /** Those that it goes on for. */
    List<Request> mergedInto(RequestId main);

    /** The request that goes on for it, where it is merged; else itself. */
    default Request goingOn(Request request) {
        return request.mergedInto().flatMap(this::byId).orElse(request);
    }

    /** From that day on, somebody is reminded. */
    void waitUntil(Waiting waiting);

    /** If somebody is waited for, from that day on they are reminded: they were asked only now, or not yet. */
    void waitAnew(RequestId id, LocalDate nextOn);

    /** Nobody is waited for: what was still to be asked of the person by letter or call is not asked any more. */
    void waitNoMore(RequestId id);

    /** Those whose day has come, the earliest first; another instance takes others. */
    List<Waiting> waitingOn(LocalDate day, int most);

    Statement statement(RequestId id);

    /** How to reach the person, as it stays until the act is done: nobody changes it meanwhile. */
    Contact contactHeld(RequestId id);

    /** How to reach the person, from now on. */
    void changeContact(RequestId id, Contact contact);

    void addMessage(RequestId id, Message message);

    List<Message> messages(RequestId id);
}
