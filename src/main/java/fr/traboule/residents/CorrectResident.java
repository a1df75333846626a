package fr.traboule.residents;

import com.github.f4b6a3.uuid.UuidCreator;
import fr.traboule.ground.access.Actor;
import fr.traboule.residents.ResidentLedger.Outcome;
import fr.traboule.residents.ResidentLedger.Seen;
import fr.traboule.web.Language;
import fr.traboule.web.NotFound;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps a record right: what is added, what is corrected and why, how the person wants to be answered. Each act names the
 * version it was decided on: if somebody changed the record meanwhile, nothing is done and the agent is told.
 */
@Service
@Transactional
class CorrectResident {

    private final Residents residents;
    private final ResidentLedger ledger;

    CorrectResident(Residents residents, ResidentLedger ledger) {
        this.residents = residents;
        this.ledger = ledger;
    }

    Outcome add(Actor.Agent agent, Seen seen, Detail detail) {
        return act(agent, seen, resident -> {
            var known = details(resident);
            if (known.size() >= NewResident.MOST_DETAILS) {
                return Outcome.TOO_MANY;
            }
            var outcome = ledger.change(resident, ResidentFact.ADDED, agent, of(detail));
            if (outcome == Outcome.DONE) {
                residents.add(resident.id(), detail);
                if (known.stream().noneMatch(other -> other.kind() == detail.kind())) {
                    residents.makeMain(detail);
                }
            }
            return outcome;
        });
    }

    /** @throws NotFound if it is none of that person's */
    Outcome correct(Actor.Agent agent, Seen seen, UUID which, String value, boolean shared, String reason) {
        return act(agent, seen, resident -> {
            var detail = detail(resident, which);
            var outcome = ledger.change(resident, ResidentFact.CORRECTED, agent, of(detail));
            if (outcome == Outcome.DONE) {
                residents.change(detail.corrected(value, shared));
                keepFormer(detail, Optional.of(value), reason, agent);
            }
            return outcome;
        });
    }

    /** Its kind's main one from now on. */
    Outcome prefer(Actor.Agent agent, Seen seen, UUID which) {
        return act(agent, seen, resident -> {
            var detail = detail(resident, which);
            var outcome = ledger.change(resident, ResidentFact.PREFERENCES_CHANGED, agent, of(detail));
            if (outcome == Outcome.DONE) {
                residents.makeMain(detail);
            }
            return outcome;
        });
    }

    Outcome remove(Actor.Agent agent, Seen seen, UUID which, String reason) {
        return act(agent, seen, resident -> {
            var detail = detail(resident, which);
            var left = details(resident).stream()
                    .filter(other -> !other.id().equals(which))
                    .toList();
            if (left.isEmpty()) {
                return Outcome.THE_LAST_ONE;
            }
            if (!Reach.isPossible(resident.way(), left)) {
                return Outcome.ANSWERS_NEED_IT;
            }
            var outcome = ledger.change(resident, ResidentFact.REMOVED, agent, of(detail));
            if (outcome == Outcome.DONE) {
                keepFormer(detail, Optional.empty(), reason, agent);
                residents.remove(detail);
            }
            return outcome;
        });
    }

    /** {@link Outcome#ANSWERS_NEED_IT} where that way needs what is not known. */
    Outcome answerBy(Actor.Agent agent, Seen seen, AnswerWay way) {
        return act(
                agent,
                seen,
                resident -> Reach.isPossible(way, details(resident))
                        ? ledger.change(
                                resident.answeredBy(way),
                                ResidentFact.WAY_CHANGED,
                                agent,
                                Map.of("from", resident.way().code(), "to", way.code()))
                        : Outcome.ANSWERS_NEED_IT);
    }

    /** What the person speaks and needs, and why their record is kept. */
    Outcome describe(Actor.Agent agent, Seen seen, Language language, Needs needs, Grounds grounds) {
        return act(agent, seen, resident -> {
            var described = resident.preferring(language, needs).keptFor(grounds);
            return ledger.change(
                    described,
                    grounds.equals(resident.grounds())
                            ? ResidentFact.PREFERENCES_CHANGED
                            : ResidentFact.GROUNDS_CHANGED,
                    agent,
                    Map.of("basis", grounds.basis().code()));
        });
    }

    Outcome represent(Actor.Agent agent, Seen seen, Represented represented) {
        return act(agent, seen, resident -> {
            if (residents.representatives(kin(resident)).size() >= NewResident.MOST_DETAILS) {
                return Outcome.TOO_MANY;
            }
            var outcome = ledger.change(
                    resident,
                    ResidentFact.REPRESENTED,
                    agent,
                    Map.of("quality", represented.representative().quality().code()));
            if (outcome == Outcome.DONE) {
                residents.add(resident.id(), represented);
            }
            return outcome;
        });
    }

    Outcome representNoMore(Actor.Agent agent, Seen seen, UUID which) {
        return act(agent, seen, resident -> {
            var outcome = ledger.change(resident, ResidentFact.NOT_REPRESENTED, agent, Map.of());
            if (outcome == Outcome.DONE && !residents.removeRepresentative(kin(resident), which)) {
                throw new NotFound();
            }
            return outcome;
        });
    }

    private Outcome act(Actor.Agent agent, Seen seen, Function<Resident, Outcome> act) {
        return ledger.find(agent, seen, ResidentPermission.KEEP).map(act).orElse(Outcome.CHANGED_MEANWHILE);
    }

    private void keepFormer(Detail detail, Optional<String> now, String reason, Actor.Agent agent) {
        residents.add(
                residents.owner(detail),
                new Correction(
                        UuidCreator.getTimeOrderedEpoch(),
                        detail.kind(),
                        detail.value(),
                        now,
                        reason,
                        agent.account(),
                        ledger.now()));
    }

    private List<ResidentId> kin(Resident resident) {
        return residents.kin(resident.id()).stream().map(Resident::id).toList();
    }

    private List<Detail> details(Resident resident) {
        return residents.details(List.of(resident.id())).getOrDefault(resident.id(), List.of());
    }

    private Detail detail(Resident resident, UUID which) {
        return details(resident).stream()
                .filter(detail -> detail.id().equals(which))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private static Map<String, String> of(Detail detail) {
        return Map.of("detail", detail.id().toString(), "kind", detail.kind().code());
    }
}
