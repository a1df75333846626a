package fr.traboule.desk;

import fr.traboule.ground.access.Actor;
import fr.traboule.requests.Request;
import fr.traboule.requests.RequestSheet;
import fr.traboule.web.Language;
import fr.traboule.web.Option;
import fr.traboule.web.Wording;
import java.util.List;
import java.util.Optional;

/** Answers kept ready, that a floor above offers where an agent writes one. */
public interface AnswerSuggestions {

    /** In which text of the page it belongs: each is sent in its own way. */
    enum Place {
        ANSWER,
        QUESTION,
        HAND_OVER
    }

    /** One to choose. */
    record Offer(Option option, Place place) {}

    /**
     * One that was chosen.
     *
     * @param words filled in for the request
     * @param language of these words: the person's, or French
     * @param reference by which history names it and its version: signs of a code, no words
     */
    record Filled(String words, Language language, String reference, Place place) {}

    /** Whether that agent is offered any. */
    boolean areFor(Actor.Agent agent);

    /** Those for that request, the best first; with words, all those that have them. */
    List<Offer> fitting(Request request, String words, Wording wording);

    Optional<Filled> fill(Actor.Agent agent, RequestSheet request, String choice);

    /** Whether a reference is one of theirs. */
    boolean know(String reference);
}
