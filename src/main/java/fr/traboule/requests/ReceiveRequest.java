package fr.traboule.requests;

import fr.traboule.calendar.CityTime;
import fr.traboule.city.Whereabouts;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.routing.RouteRequest;
import fr.traboule.routing.Subject;
import java.security.SecureRandom;
import java.time.Clock;
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

    private final Ledger ledger;
    private final ResidentLinks residentLinks;
    private final Promise promise;
    private final RouteRequest routeRequest;
    private final Mail mail;
    private final Permissions permissions;
    private final Receipts receipts;
    private final Clock clock;
    private final RandomGenerator random = new SecureRandom();

    ReceiveRequest(
            Ledger ledger,
            ResidentLinks residentLinks,
            Promise promise,
            RouteRequest routeRequest,
            Mail mail,
            Permissions permissions,
            Receipts receipts,
            Clock clock) {
        this.ledger = ledger;
        this.residentLinks = residentLinks;
        this.promise = promise;
        this.routeRequest = routeRequest;
        this.mail = mail;
        this.permissions = permissions;
        this.receipts = receipts;
        this.clock = clock;
    }

    @Transactional
    public Receipt receive(Actor actor, NewRequest wanted) {
        permissions.require(actor, RequestPermission.FILE);
        var request = opened(wanted);
        while (!ledger.open(request, wanted, actor)) {
            var already = ledger.byId(wanted.id());
            if (already.isPresent()) {
                return receipts.of(already.get());
            }
            request = opened(wanted); // the number was taken, which happens once in a very long while
        }
        if (wanted.resident().isPresent()) {
            residentLinks.link(request.id(), wanted.resident().get(), actor);
        }
        mail.acknowledge(request, wanted.statement().contact());
        return receipts.of(request);
    }

    private Request opened(NewRequest wanted) {
        var now = clock.instant();
        var today = CityTime.day(now);
        var area = wanted.statement().where().flatMap(Whereabouts::area);
        var route = routeRequest.route(wanted.subject(), area, today);
        return new Request(
                wanted.id(),
                RequestNumber.random(random),
                wanted.subject().map(Subject::nature).orElse(wanted.nature()),
                wanted.channel(),
                wanted.subject().map(Subject::id),
                route.unit(),
                Optional.empty(),
                route.organisation(),
                area,
                RequestStatus.RECEIVED,
                wanted.language(),
                now,
                promise.dueOn(wanted.subject(), today),
                wanted.subject().filter(Subject::sensitive).isPresent(),
                0,
                0,
                Optional.empty(),
                0);
    }
}
