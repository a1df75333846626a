package fr.traboule.reception;

import fr.traboule.city.Directory;
import fr.traboule.city.Unit;
import fr.traboule.ground.access.AccountId;
import fr.traboule.ground.access.Actor;
import fr.traboule.web.NotFound;
import java.time.Clock;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an agent does with a call-back of their units: take it, say that nobody answered, that it is done, that the person was
 * reached in another way, or hand it to another unit. Each act names the version it was decided on: if somebody changed it
 * meanwhile, nothing is done and the agent is told.
 */
@Service
@Transactional
class HandleCallBack {

    private final ReadCallBacks readCallBacks;
    private final CallBacks callBacks;
    private final CallLedger ledger;
    private final Directory directory;
    private final Clock clock;

    HandleCallBack(
            ReadCallBacks readCallBacks, CallBacks callBacks, CallLedger ledger, Directory directory, Clock clock) {
        this.readCallBacks = readCallBacks;
        this.callBacks = callBacks;
        this.ledger = ledger;
        this.directory = directory;
        this.clock = clock;
    }

    /** The call-back as the agent saw it when they decided. */
    record Seen(CallBackId id, int version) {}

    enum Outcome {
        DONE,
        CHANGED_MEANWHILE
    }

    Outcome take(Actor.Agent agent, Seen seen) {
        return act(agent, seen, CallBack::canBeTakenBy, CallBack::takenBy, CallFact.TAKEN, Map.of());
    }

    /** Nobody answered. */
    Outcome tryInVain(Actor.Agent agent, Seen seen) {
        return act(
                agent,
                seen,
                (callBack, account) -> callBack.canBeTried(),
                CallBack::triedBy,
                CallFact.NO_ANSWER,
                Map.of());
    }

    /** They were called. */
    Outcome done(Actor.Agent agent, Seen seen, String words) {
        return say(
                seen,
                words,
                act(agent, seen, (callBack, account) -> callBack.isOpen(), CallBack::done, CallFact.DONE, Map.of()));
    }

    /** They could not be called, and were told otherwise. */
    Outcome reachOtherwise(Actor.Agent agent, Seen seen, OtherWay way, String words) {
        return say(
                seen,
                words,
                act(
                        agent,
                        seen,
                        (callBack, account) -> callBack.needsAnotherWay(),
                        CallBack::reachedOtherwise,
                        CallFact.REACHED_OTHERWISE,
                        Map.of("way", way.code())));
    }

    /** @throws NotFound if there is no such unit, or it is closed */
    Outcome handOver(Actor.Agent agent, Seen seen, String code) {
        var unit = directory.unit(code).filter(Unit::open).orElseThrow(NotFound::new);
        return act(
                agent,
                seen,
                (callBack, account) -> callBack.isOpen() && !callBack.unit().equals(unit.id()),
                (callBack, account) -> callBack.handedTo(unit.id()),
                CallFact.HANDED_OVER,
                Map.of());
    }

    private Outcome say(Seen seen, String words, Outcome outcome) {
        if (outcome == Outcome.DONE) {
            callBacks.say(seen.id(), words);
        }
        return outcome;
    }

    private Outcome act(
            Actor.Agent agent,
            Seen seen,
            BiPredicate<CallBack, AccountId> possible,
            BiFunction<CallBack, AccountId, CallBack> change,
            CallFact fact,
            Map<String, String> details) {
        var callBack = readCallBacks.of(agent, seen.id()).orElseThrow(NotFound::new);
        return callBack.version() == seen.version()
                        && possible.test(callBack, agent.account())
                        && ledger.change(change.apply(callBack, agent.account()), fact, clock.instant(), agent, details)
                ? Outcome.DONE
                : Outcome.CHANGED_MEANWHILE;
    }
}
