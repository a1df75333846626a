package fr.traboule.requests;

import fr.traboule.calendar.CityTime;
import fr.traboule.city.Whereabouts;
import fr.traboule.ground.access.Actor;
import fr.traboule.requests.Message.Kind;
import fr.traboule.routing.RouteRequest;
import fr.traboule.routing.Subject;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes over a request that was received, answered and closed in the past, with the instants of then. Nobody is written to. */
@Service
public class TakeOverRequest {

    private final Ledger ledger;
    private final Promise promise;
    private final RouteRequest routeRequest;
    private final RandomGenerator random = new SecureRandom();

    TakeOverRequest(Ledger ledger, Promise promise, RouteRequest routeRequest) {
        this.ledger = ledger;
        this.promise = promise;
        this.routeRequest = routeRequest;
    }

    /** What was done with it then. */
    public record Past(Instant receivedAt, Instant answeredAt, Actor.Agent agent, String answer) {}

    @Transactional
    public RequestNumber takeOver(NewRequest wanted, Past past) {
        var request = received(wanted, past.receivedAt());
        while (!ledger.open(request, wanted, new Actor.Resident())) {
            request = received(wanted, past.receivedAt()); // the number was taken
        }
        var answered = request.after(RequestAct.ANSWER);
        var answer = Message.of(Kind.ANSWER, past.answer(), past.answeredAt());
        if (!ledger.change(request, answered, FactKind.ANSWERED, answer, past.agent())) {
            throw new IllegalStateException("Request %s changes while it is taken over"
                    .formatted(request.id().value()));
        }
        return request.number();
    }

    private Request received(NewRequest wanted, Instant at) {
        var day = CityTime.day(at);
        var area = wanted.statement().where().flatMap(Whereabouts::area);
        var route = routeRequest.route(wanted.subject(), area, day);
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
                at,
                promise.dueOn(wanted.subject(), day),
                wanted.subject().filter(Subject::sensitive).isPresent(),
                0,
                0,
                Optional.empty(),
                Optional.empty(),
                0);
    }
}
