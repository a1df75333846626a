package fr.traboule.paper;

import fr.traboule.ground.access.Actor;
import fr.traboule.ground.history.Fact;
import fr.traboule.ground.history.History;
import fr.traboule.web.NotFound;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of a letter: a request, or none and why. Nothing takes it out of the register. */
@Service
@Transactional
public class HandleLetters {

    private final Letters letters;
    private final ReadLetters readLetters;
    private final History history;
    private final Clock clock;

    HandleLetters(Letters letters, ReadLetters readLetters, History paperHistory, Clock clock) {
        this.letters = letters;
        this.readLetters = readLetters;
        this.history = paperHistory;
        this.clock = clock;
    }

    enum Outcome {
        DONE,
        CHANGED_MEANWHILE
    }

    Outcome settle(Actor.Agent agent, LetterId id, int version, SettleReason reason, Optional<String> words) {
        var letter = readLetters.find(agent, id).orElseThrow(NotFound::new);
        var now = clock.instant();
        if (letter.version() != version || !letters.settle(letter, reason, words, agent.account(), now)) {
            return Outcome.CHANGED_MEANWHILE;
        }
        tell(id, LetterFact.SETTLED, now, agent, Map.of("reason", reason.code()));
        return Outcome.DONE;
    }

    /** It was settled by mistake. */
    Outcome takeBack(Actor.Agent agent, LetterId id, int version) {
        var letter = readLetters.find(agent, id).orElseThrow(NotFound::new);
        if (!letters.takeBack(letter.id(), version)) {
            return Outcome.CHANGED_MEANWHILE;
        }
        tell(id, LetterFact.TAKEN_BACK, clock.instant(), agent, Map.of());
        return Outcome.DONE;
    }

    /** In the transaction that files it. @return false if it was filed or settled before */
    public boolean filed(Actor.Agent agent, LetterId id) {
        var letter = readLetters.find(agent, id).orElseThrow(NotFound::new);
        var now = clock.instant();
        if (!letters.filed(letter.id(), agent.account(), now)) {
            return false;
        }
        tell(id, LetterFact.FILED, now, agent, Map.of());
        return true;
    }

    private void tell(LetterId id, LetterFact fact, Instant at, Actor.Agent agent, Map<String, String> details) {
        history.add(Fact.of(id.value(), fact.code(), at, agent, details));
    }
}
