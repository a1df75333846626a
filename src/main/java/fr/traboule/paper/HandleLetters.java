package fr.traboule.paper;

import fr.traboule.ground.access.Actor;
import fr.traboule.ground.files.FileStore;
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
    private final FileStore files;
    private final History history;
    private final Clock clock;

    HandleLetters(
            Letters letters, ReadLetters readLetters, FileStore requestsFiles, History paperHistory, Clock clock) {
        this.letters = letters;
        this.readLetters = readLetters;
        this.files = requestsFiles;
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

    /** It is another file of a letter that waits: both stay in the register, and become one request. */
    Outcome join(Actor.Agent agent, LetterId id, int version, LetterId to) {
        var letter = readLetters.find(agent, id).orElseThrow(NotFound::new);
        var other = readLetters.find(agent, to).orElseThrow(NotFound::new);
        var now = clock.instant();
        if (letter.version() != version
                || letter.id().equals(other.id())
                || !letters.join(letter, other.id(), agent.account(), now)) {
            return Outcome.CHANGED_MEANWHILE;
        }
        tell(id, LetterFact.JOINED, now, agent, Map.of("to", to.value().toString()));
        return Outcome.DONE;
    }

    /** It was a letter of its own after all. */
    Outcome separate(Actor.Agent agent, LetterId id, int version) {
        var letter = readLetters.find(agent, id).orElseThrow(NotFound::new);
        if (letter.version() != version || !letters.separate(letter)) {
            return Outcome.CHANGED_MEANWHILE;
        }
        tell(id, LetterFact.SEPARATED, clock.instant(), agent, Map.of());
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
        for (var part : letters.joinedTo(id)) {
            files.hand(part.file().stream().toList(), part.id().value(), id.value());
            tell(part.id(), LetterFact.FILED, now, agent, Map.of());
        }
        return true;
    }

    private void tell(LetterId id, LetterFact fact, Instant at, Actor.Agent agent, Map<String, String> details) {
        history.add(Fact.of(id.value(), fact.code(), at, agent, details));
    }
}
