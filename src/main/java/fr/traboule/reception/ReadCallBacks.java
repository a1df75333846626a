package fr.traboule.reception;

import fr.traboule.calendar.CityTime;
import fr.traboule.city.Directory;
import fr.traboule.city.Posts;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.ground.history.AccessLog;
import fr.traboule.ground.history.History;
import fr.traboule.requests.RequestNumber;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an agent sees of call-backs: those of their units. Opening one, with the number to call, is a look that is logged. */
@Service
@Transactional
class ReadCallBacks {

    private static final int MOST_AT_ONCE = 20;

    private final CallBacks callBacks;
    private final Directory directory;
    private final Posts posts;
    private final Permissions permissions;
    private final History history;
    private final AccessLog accessLog;
    private final Clock clock;

    ReadCallBacks(
            CallBacks callBacks,
            Directory directory,
            Posts posts,
            Permissions permissions,
            History receptionHistory,
            AccessLog receptionAccessLog,
            Clock clock) {
        this.callBacks = callBacks;
        this.directory = directory;
        this.posts = posts;
        this.permissions = permissions;
        this.history = receptionHistory;
        this.accessLog = receptionAccessLog;
        this.clock = clock;
    }

    /** All there is to see of one. */
    record Sheet(CallBack callBack, Caller caller, List<History.Told> story) {}

    /** The open ones, the first due first. */
    List<CallBacks.Entry> queue(Actor.Agent agent, CallBack.Position after, int most) {
        return callBacks.queue(seer(agent), after, most);
    }

    Optional<Sheet> seenBy(Actor.Agent agent, CallBackId id) {
        var found = callBacks.byId(id, seer(agent));
        found.ifPresent(callBack -> look(agent, callBack, CallLook.PAGE));
        return found.map(callBack -> new Sheet(
                callBack, callBacks.caller(id), history.of(callBack.id().value())));
    }

    /** To act on it: nothing is shown, and nothing logged. */
    Optional<CallBack> of(Actor.Agent agent, CallBackId id) {
        return callBacks.byId(id, seer(agent));
    }

    List<CallBack> of(Actor.Agent agent, RequestNumber request) {
        return callBacks.of(request, seer(agent), MOST_AT_ONCE);
    }

    /** Those that somebody waits for who says their telephone number; that the agent saw so is logged. */
    List<CallBack> openOf(Actor.Agent agent, List<String> phones) {
        if (phones.isEmpty() || !permissions.allow(agent, ReceptionPermission.CALL_BACK)) {
            return List.of();
        }
        var found = callBacks.openOf(phones, seer(agent), MOST_AT_ONCE);
        found.forEach(callBack -> look(agent, callBack, CallLook.SEARCH));
        return found;
    }

    /** What there is to call until the end of the day. */
    CallBacks.Due due(Actor.Agent agent) {
        var now = clock.instant();
        return callBacks.due(
                seer(agent), now, CityTime.startOf(CityTime.day(now).plusDays(1)));
    }

    private void look(Actor.Agent agent, CallBack callBack, CallLook what) {
        accessLog.add(new AccessLog.Look(
                agent.account(), callBack.id().value(), what.code(), CallLook.Reason.UNIT.code(), clock.instant()));
    }

    private CallBacks.Seer seer(Actor.Agent agent) {
        permissions.require(agent, ReceptionPermission.CALL_BACK);
        return new CallBacks.Seer(directory.unitsOf(agent.account()), posts.of(agent.account()));
    }
}
