package fr.traboule.requests;

import fr.traboule.calendar.CityTime;
import fr.traboule.city.Whereabouts;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.routing.Route;
import fr.traboule.routing.RouteRequest;
import fr.traboule.routing.Subject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Receives a request, whatever the door: gives it a number, hands it to exactly one unit, promises a day, and writes all of
 * it with its first fact and the message to the person in one transaction. Sent twice under the same id, it is received once
 * and gets the same receipt.
 */
@Service
public class ReceiveRequest {

    /** What came in earlier still is no request of today. */
    public static final Period EARLIEST = Period.ofYears(2);

    private final Ledger ledger;
    private final ResidentLinks residentLinks;
    private final Promise promise;
    private final RouteRequest routeRequest;
    private final TellPerson tellPerson;
    private final Permissions permissions;
    private final Receipts receipts;
    private final ReserveNumbers numbers;
    private final Clock clock;
    private final RandomGenerator random = new SecureRandom();

    ReceiveRequest(
            Ledger ledger,
            ResidentLinks residentLinks,
            Promise promise,
            RouteRequest routeRequest,
            TellPerson tellPerson,
            Permissions permissions,
            Receipts receipts,
            ReserveNumbers numbers,
            Clock clock) {
        this.ledger = ledger;
        this.residentLinks = residentLinks;
        this.promise = promise;
        this.routeRequest = routeRequest;
        this.tellPerson = tellPerson;
        this.permissions = permissions;
        this.receipts = receipts;
        this.numbers = numbers;
        this.clock = clock;
    }

    @Transactional
    public Receipt receive(Actor actor, NewRequest wanted) {
        var today = CityTime.day(clock.instant());
        var area = wanted.statement().where().flatMap(Whereabouts::area);
        return receive(actor, wanted, routeRequest.route(wanted.subject(), area, today));
    }

    /** Where who answers does not follow from what it is about. */
    Receipt receive(Actor actor, NewRequest wanted, Route route) {
        permissions.require(actor, RequestPermission.FILE);
        var now = clock.instant();
        requirePossible(actor, wanted, now);
        var request = opened(wanted, route, now);
        while (!ledger.open(request, wanted, actor)) {
            var already = ledger.byId(wanted.id());
            if (already.isPresent()) {
                return receipts.of(already.get());
            }
            request = opened(wanted, route, now); // the number was taken, which happens once in a very long while
        }
        if (wanted.arrivedAt().isPresent()) {
            ledger.tellTypedIn(request, now, actor);
        }
        if (wanted.resident().isPresent()) {
            residentLinks.link(request.id(), wanted.resident().get(), actor);
        }
        tellPerson.tell(request, wanted.statement().contact(), Notice.RECEIPT);
        return receipts.of(request);
    }

    /** Only staff write down later what came in before. Whoever asks for the date says it in words; here it is a bug. */
    private static void requirePossible(Actor actor, NewRequest wanted, Instant now) {
        wanted.arrivedAt().ifPresent(at -> {
            var earliest = CityTime.startOf(CityTime.day(now).minus(EARLIEST));
            if (actor instanceof Actor.Resident || at.isAfter(now) || at.isBefore(earliest)) {
                throw new IllegalArgumentException("Request %s cannot have come in at %s"
                        .formatted(wanted.id().value(), at));
            }
        });
    }

    private Request opened(NewRequest wanted, Route route, Instant now) {
        var arrived = wanted.arrivedAt().orElse(now);
        var today = CityTime.day(now);
        var area = wanted.statement().where().flatMap(Whereabouts::area);
        return new Request(
                wanted.id(),
                numbers.numberOf(wanted.id()).orElseGet(() -> numbers.free(random)),
                wanted.subject().map(Subject::nature).orElse(wanted.nature()),
                wanted.channel(),
                wanted.subject().map(Subject::id),
                route.unit(),
                Optional.empty(),
                route.organisation(),
                area,
                RequestStatus.RECEIVED,
                wanted.language(),
                arrived,
                promise.dueOn(wanted.subject(), CityTime.day(arrived)),
                wanted.subject().filter(Subject::sensitive).isPresent(),
                0,
                0,
                Optional.empty(),
                Optional.empty(),
                0);
    }
}
