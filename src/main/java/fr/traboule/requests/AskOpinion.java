package fr.traboule.requests;

import fr.traboule.city.UnitId;
import fr.traboule.ground.access.Actor;
import fr.traboule.requests.Message.Kind;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Another unit says what it knows, by a day; the request stays where it is and its promised day too. Who is asked sees the
 * request as long as the opinion is awaited. Sensitive requests are shown to nobody else.
 */
@Service
public class AskOpinion {

    /** More are told as many as that. */
    private static final int MOST_COUNTED = 100;

    private final JdbcOpinions opinions;
    private final Acts acts;
    private final Scopes scopes;
    private final Ledger ledger;

    AskOpinion(JdbcOpinions opinions, Acts acts, Scopes scopes, Ledger ledger) {
        this.opinions = opinions;
        this.acts = acts;
        this.scopes = scopes;
        this.ledger = ledger;
    }

    public boolean isPossible(Request request) {
        return request.status().isOpen() && !request.sensitive();
    }

    /** @return false if nobody else may be asked about it (any more) */
    @Transactional
    public boolean ask(Actor.Agent agent, RequestNumber number, UnitId unit, LocalDate dueOn, String words) {
        var request = acts.find(agent, number, RequestPermission.HANDLE);
        if (!isPossible(request) || request.unit().equals(unit)) {
            return false;
        }
        var question = Message.of(Kind.NOTE, words, acts.now());
        ledger.decide(
                request,
                FactKind.OPINION_ASKED,
                question,
                agent,
                Map.of(
                        "message", question.id().toString(),
                        "unit", unit.value().toString(),
                        "until", dueOn.toString()));
        opinions.add(request.id(), unit, agent.account(), acts.now(), dueOn, question);
        return true;
    }

    /** @return false if somebody gave it meanwhile */
    @Transactional
    public boolean give(Actor.Agent agent, RequestNumber number, UUID opinion, String words) {
        var request = acts.find(agent, number, RequestPermission.NOTE);
        var asked = opinions.byId(opinion, scopes.of(agent))
                .filter(found -> found.request().equals(number));
        if (asked.isEmpty()) {
            return false;
        }
        var answer = Message.of(Kind.NOTE, words, acts.now());
        ledger.decide(
                request,
                FactKind.OPINION_GIVEN,
                answer,
                agent,
                Map.of(
                        "message", answer.id().toString(),
                        "unit", asked.get().unit().value().toString()));
        return opinions.give(asked.get(), agent.account(), answer);
    }

    /** Awaited about that request, whoever is asked. */
    public List<Opinion> awaitedFor(Request request) {
        return opinions.awaitedFor(request.id());
    }

    /** Awaited from the agent's units, the first due first. */
    public List<Opinion> awaitedFrom(Actor.Agent agent, Optional<Opinion.Position> after, int most) {
        return opinions.awaitedFrom(scopes.of(agent), after.orElse(Opinion.Position.FIRST), most);
    }

    /** How many are awaited from the agent's units, counted up to a hundred. */
    public int countAwaitedFrom(Actor.Agent agent) {
        return opinions.countAwaitedFrom(scopes.of(agent), MOST_COUNTED);
    }

    /** Whether that agent's units are the ones that are asked. */
    public boolean mayGive(Actor.Agent agent, Opinion opinion) {
        return scopes.of(agent).units().contains(opinion.unit());
    }
}
