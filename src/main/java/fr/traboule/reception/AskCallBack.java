package fr.traboule.reception;

import fr.traboule.calendar.CityTime;
import fr.traboule.calendar.WorkingDays;
import fr.traboule.city.Directory;
import fr.traboule.city.Unit;
import fr.traboule.city.UnitId;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.ground.history.Fact;
import fr.traboule.ground.history.History;
import fr.traboule.requests.ReadRequests;
import fr.traboule.requests.RequestElsewhere;
import fr.traboule.routing.Route;
import fr.traboule.routing.RouteRequest;
import fr.traboule.routing.Subject;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Somebody asks to be called: it stands at once in the queue of the one unit that is to call. */
@Service
public class AskCallBack {

    private final CallBacks callBacks;
    private final ReadRequests requests;
    private final RouteRequest routeRequest;
    private final Directory directory;
    private final AgentUnits units;
    private final Permissions permissions;
    private final History history;
    private final WorkingDays workingDays;
    private final Clock clock;

    AskCallBack(
            CallBacks callBacks,
            ReadRequests requests,
            RouteRequest routeRequest,
            Directory directory,
            AgentUnits units,
            Permissions permissions,
            History receptionHistory,
            WorkingDays workingDays,
            Clock clock) {
        this.callBacks = callBacks;
        this.requests = requests;
        this.routeRequest = routeRequest;
        this.directory = directory;
        this.units = units;
        this.permissions = permissions;
        this.history = receptionHistory;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    public sealed interface Outcome {}

    /** @param unit that is to call */
    public record Asked(UnitId unit) implements Outcome {}

    /** The time is over, or it is not a day on which anybody calls. */
    public record WrongTime() implements Outcome {}

    /** No request has that number. */
    public record UnknownRequest() implements Outcome {}

    /** The agent works in no unit, and neither request nor subject names one. */
    public record NoUnit() implements Outcome {}

    @Transactional
    public Outcome ask(Actor.Agent agent, NewCallBack wanted) {
        permissions.require(agent, ReceptionPermission.CALL_BACK);
        if (wanted.askedAt().isAfter(clock.instant()) || !wanted.window().isPromisable(wanted.askedAt(), workingDays)) {
            return new WrongTime();
        }
        var request = wanted.request().flatMap(number -> requests.elsewhere(agent, number));
        if (request.isEmpty() && wanted.request().isPresent()) {
            return new UnknownRequest();
        }
        var unit = unit(agent, wanted, request);
        if (unit.isEmpty()) {
            return new NoUnit();
        }
        var callBack = new CallBack(
                wanted.id(),
                unit.get(),
                request.map(RequestElsewhere::number),
                wanted.subject().filter(Subject::sensitive).isPresent(),
                wanted.language(),
                wanted.window(),
                CallBackState.WAITING,
                Optional.empty(),
                0,
                wanted.askedAt(),
                0);
        if (callBacks.add(callBack, wanted.caller())) {
            history.add(Fact.of(
                    callBack.id().value(),
                    CallFact.ASKED.code(),
                    callBack.askedAt(),
                    new Actor.ForResident(agent),
                    Map.of("unit", callBack.unit().value().toString())));
        }
        return new Asked(unit.get());
    }

    private Optional<UnitId> unit(Actor.Agent agent, NewCallBack wanted, Optional<RequestElsewhere> request) {
        return wanted.unit()
                .filter(unit -> directory.unit(unit).open())
                .or(() -> request.map(RequestElsewhere::unit))
                .or(() -> wanted.subject()
                        .map(subject -> routeRequest.route(
                                Optional.of(subject), Optional.empty(), CityTime.day(clock.instant())))
                        .map(Route::unit))
                .or(() -> units.chosen(agent, null).map(Unit::id));
    }
}
