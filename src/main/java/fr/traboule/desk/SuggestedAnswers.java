package fr.traboule.desk;

import fr.traboule.ground.access.Actor;
import fr.traboule.requests.Request;
import fr.traboule.requests.RequestSheet;
import fr.traboule.web.Option;
import fr.traboule.web.Wording;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The answers kept ready by the floor above, if one is there. */
@Component
class SuggestedAnswers {

    private final List<AnswerSuggestions> suggestions;

    SuggestedAnswers(List<AnswerSuggestions> suggestions) {
        this.suggestions = suggestions;
    }

    /** To choose from; none at all where the agent is offered none. */
    @Nullable
    List<Option> options(Actor.Agent agent, Request request, @Nullable Object form, Wording wording) {
        var words = form instanceof CaseForm typed && typed.model() != null
                ? typed.model().words()
                : null;
        var offered = suggestions.stream().filter(each -> each.areFor(agent)).toList();
        return offered.isEmpty()
                ? null
                : offered.stream()
                        .flatMap(each -> each.fitting(request, shortened(words), wording).stream())
                        .map(AnswerSuggestions.Offer::option)
                        .toList();
    }

    private static String shortened(@Nullable String words) {
        return words == null
                ? ""
                : words.substring(0, Math.min(words.length(), ModelChoice.LONGEST))
                        .replace("\0", "");
    }

    Optional<AnswerSuggestions.Filled> fill(Actor.Agent agent, RequestSheet sheet, String choice) {
        return suggestions.stream()
                .filter(each -> each.areFor(agent))
                .flatMap(each -> each.fill(agent, sheet, choice).stream())
                .findFirst();
    }

    /** What the answer was made of, for history. */
    Optional<String> used(CaseForm form) {
        return Optional.ofNullable(form.model())
                .map(ModelChoice::used)
                .filter(reference -> suggestions.stream().anyMatch(each -> each.know(reference)));
    }
}
