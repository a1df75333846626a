package fr.traboule.bulk;

import fr.traboule.desk.AnswerSuggestions;
import fr.traboule.desk.AnswerSuggestions.Place;
import fr.traboule.ground.access.Actor;
import fr.traboule.requests.ReadRequests;
import fr.traboule.requests.Request;
import fr.traboule.requests.RequestNumber;
import fr.traboule.web.Option;
import fr.traboule.web.Wording;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What each person is answered: the words of the agent, or a model answer filled in for them. */
@Component
class AnswerText {

    /** As much as an answer to one. */
    static final int LONGEST = 10_000;

    private final ReadRequests requests;
    private final List<AnswerSuggestions> suggestions;

    AnswerText(ReadRequests requests, List<AnswerSuggestions> suggestions) {
        this.requests = requests;
        this.suggestions = suggestions;
    }

    /**
     * One answer.
     *
     * @param model reference of the model that it was made of
     */
    record Text(String words, Optional<String> model) {}

    /** To choose from, for requests like this one. */
    List<Option> models(Actor.Agent agent, Request like, Wording wording) {
        return suggestions.stream()
                .filter(each -> each.areFor(agent))
                .flatMap(each -> each.fitting(like, "", wording).stream())
                .filter(offer -> offer.place() == Place.ANSWER)
                .map(AnswerSuggestions.Offer::option)
                .toList();
    }

    /** Empty where there is none, or none that can be sent. */
    Optional<Text> of(Actor.Agent agent, Batch batch, RequestNumber number) {
        return batch.model()
                .map(model -> filled(agent, model, number))
                .orElseGet(() -> batch.words().map(words -> new Text(words, Optional.empty())))
                .filter(text -> text.words().length() <= LONGEST);
    }

    private Optional<Text> filled(Actor.Agent agent, String model, RequestNumber number) {
        return requests.seenBy(agent, number)
                .flatMap(sheet -> suggestions.stream()
                        .filter(each -> each.areFor(agent))
                        .flatMap(each -> each.fill(agent, sheet, model).stream())
                        .filter(filled -> filled.place() == Place.ANSWER)
                        .map(filled -> new Text(filled.words(), Optional.of(filled.reference())))
                        .findFirst());
    }
}
