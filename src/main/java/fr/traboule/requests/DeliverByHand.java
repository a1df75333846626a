package fr.traboule.requests;

import fr.traboule.calendar.CityTime;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.web.NotFound;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Letters to post and calls to make: what the people of a unit hand over to whoever wants neither an e-mail nor to come and
 * read. Each waits, with its age, until somebody says that it is done; said twice, it is done once.
 */
@Service
@Transactional
public class DeliverByHand {

    /** More are told as many as that. */
    public static final int MOST_COUNTED = 100;

    private final JdbcDeliveries deliveries;
    private final Requests requests;
    private final Receipts receipts;
    private final Scopes scopes;
    private final Permissions permissions;
    private final Ledger ledger;
    private final Looks looks;
    private final Clock clock;

    DeliverByHand(
            JdbcDeliveries deliveries,
            Requests requests,
            Receipts receipts,
            Scopes scopes,
            Permissions permissions,
            Ledger ledger,
            Looks looks,
            Clock clock) {
        this.deliveries = deliveries;
        this.requests = requests;
        this.receipts = receipts;
        this.scopes = scopes;
        this.permissions = permissions;
        this.ledger = ledger;
        this.looks = looks;
        this.clock = clock;
    }

    public sealed interface Outcome {

        Delivery delivery();
    }

    public record Done(Delivery delivery) implements Outcome {}

    /** Somebody handed it over before, perhaps the same agent by a second press. */
    public record AlreadyDone(Delivery delivery, Delivery.HandedOver before) implements Outcome {}

    /** It does not wait so any more: the person wants another way, nobody is to be asked, or somebody called meanwhile. */
    public record ChangedMeanwhile(Delivery delivery) implements Outcome {}

    /** Those that wait in the agent's units, the oldest first. */
    public List<Delivery> waiting(Actor.Agent agent, Optional<DeliveryId> after, int most) {
        return deliveries.waiting(scope(agent), after.orElse(DeliveryId.BEFORE_ALL), most);
    }

    /** How many wait in the agent's units, counted up to a hundred; none for whoever hands nothing over. */
    public int countWaiting(Actor.Agent agent) {
        return permissions.allow(agent, RequestPermission.DELIVER)
                ? deliveries.countWaiting(scopes.of(agent), MOST_COUNTED)
                : 0;
    }

    /** Those that wait for the person of a request, the oldest first. */
    public List<Delivery> waitingFor(Request request) {
        return deliveries.of(request.id()).stream().filter(Delivery::isWaiting).toList();
    }

    /** Whether that agent may hand it over: their unit answers, or one below. */
    public boolean mayHandOver(Actor.Agent agent, Delivery delivery) {
        return permissions.allow(agent, RequestPermission.DELIVER)
                && deliveries.byId(delivery.id(), scopes.of(agent)).isPresent();
    }

    /** With what is needed to write or to call, which the log of accesses keeps. */
    public DeliverySheet open(Actor.Agent agent, DeliveryId id) {
        var delivery = find(agent, id);
        var request = requests.byId(delivery.request()).orElseThrow();
        looks.add(agent.account(), request.id(), Look.DELIVERY, Look.Reason.UNIT);
        return new DeliverySheet(
                delivery,
                request,
                requests.statement(request.id()).contact(),
                receipts.of(request),
                words(delivery),
                requests.goingOn(request).organisation());
    }

    private Optional<String> words(Delivery delivery) {
        return requests.messages(delivery.request()).stream()
                .filter(message -> delivery.message().equals(Optional.of(message.id())))
                .map(Message::words)
                .findFirst();
    }

    /**
     * The letter is in the post, or the person was told on the telephone.
     *
     * @param kind as the agent saw it
     */
    public Outcome handOver(Actor.Agent agent, DeliveryId id, DeliveryKind kind) {
        var delivery = find(agent, id);
        var now = clock.instant();
        if (!deliveries.handOver(id, kind, agent.account(), now)) {
            return tooLate(agent, id);
        }
        tell(agent, delivery, kind.done(), now);
        if (delivery.notice().asks()) {
            requests.waitAnew(delivery.request(), CityTime.day(now).plusDays(Waiting.DAYS_BETWEEN));
        }
        return new Done(delivery);
    }

    /** @param tries in vain before this one, as the agent saw it: pressed twice, it counts once */
    public Outcome tryInVain(Actor.Agent agent, DeliveryId id, int tries) {
        var delivery = find(agent, id);
        var now = clock.instant();
        if (!deliveries.tryInVain(id, tries, now)) {
            return tooLate(agent, id);
        }
        tell(agent, delivery, FactKind.CALL_UNANSWERED, now);
        return new Done(delivery);
    }

    private void tell(Actor.Agent agent, Delivery delivery, FactKind kind, Instant at) {
        var details = Map.of(
                "delivery", delivery.id().toString(),
                "notice", delivery.notice().code());
        ledger.tell(delivery.request(), kind, at, agent, details);
    }

    private Outcome tooLate(Actor.Agent agent, DeliveryId id) {
        var now = find(agent, id);
        return now.handedOver()
                .<Outcome>map(before -> new AlreadyDone(now, before))
                .orElseGet(() -> new ChangedMeanwhile(now));
    }

    private Delivery find(Actor.Agent agent, DeliveryId id) {
        return deliveries.byId(id, scope(agent)).orElseThrow(NotFound::new);
    }

    private Scope scope(Actor.Agent agent) {
        permissions.require(agent, RequestPermission.DELIVER);
        return scopes.of(agent);
    }
}
