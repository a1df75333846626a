package fr.traboule.desk;

import fr.traboule.ground.access.Actor;
import fr.traboule.requests.HandleRequest;
import fr.traboule.requests.PersonActs;
import fr.traboule.requests.ReadRequests;
import fr.traboule.requests.RequestElsewhere;
import fr.traboule.requests.RequestNumber;
import fr.traboule.residents.AnswerWay;
import fr.traboule.routing.Subject;
import fr.traboule.web.NotFound;
import fr.traboule.web.Wording;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;

/** The page of a request, as every act on it comes back to. */
@Component
class CasePage {

    static final String ADDRESS = "/agents/demandes/{number}";
    static final String FORM = "form";
    /** What was written and not sent, on its way back to the page of the request; other pages have forms of their own. */
    static final String WRITTEN = "written";

    /** Where the floor above shows what is archived, to those who say why. */
    static final String ARCHIVES = "/agents/archives/";

    private final ReadRequests requests;
    private final CaseViews views;
    private final CaseChoices choices;
    private final List<CaseSection> sections;
    private final SuggestedAnswers suggested;

    CasePage(
            ReadRequests requests,
            CaseViews views,
            CaseChoices choices,
            List<CaseSection> sections,
            SuggestedAnswers suggested) {
        this.requests = requests;
        this.views = views;
        this.choices = choices;
        this.sections = sections;
        this.suggested = suggested;
    }

    static String address(RequestNumber number) {
        return "/agents/demandes/" + number;
    }

    boolean isArchived(Actor.Agent agent, String number) {
        return !requests.mayBeSeenBy(agent, known(number))
                && requests.elsewhere(agent, known(number))
                        .flatMap(RequestElsewhere::archived)
                        .isPresent();
    }

    static RequestNumber known(String number) {
        return RequestNumber.of(number).orElseThrow(NotFound::new);
    }

    String show(Actor.Agent agent, String number, Wording wording, Model model) {
        return show(agent, number, List.of(), wording, model);
    }

    /** What is missing to answer the person so is asked, beside what was typed. */
    String asking(
            AnswerWay way,
            CaseForm form,
            BindingResult errors,
            Actor.Agent agent,
            String number,
            Wording wording,
            Model model) {
        var contact = requests.seenBy(agent, known(number))
                .orElseThrow(NotFound::new)
                .statement()
                .contact();
        contact.missing(way, form.contact())
                .forEach(field -> errors.rejectValue("contact." + field, "requests.contact." + field + ".missing"));
        return show(agent, number, wording, model);
    }

    /** @param found subjects to choose from */
    String show(Actor.Agent agent, String number, List<Subject> found, Wording wording, Model model) {
        var sheet = requests.seenBy(agent, known(number)).orElseThrow(NotFound::new);
        model.addAttribute("view", views.of(agent, sheet, wording));
        model.addAttribute("choices", choices.of(agent, sheet.request(), wording));
        model.addAttribute("sections", sections);
        model.addAttribute("models", suggested.options(agent, sheet.request(), model.getAttribute(FORM), wording));
        model.addAttribute(
                "found",
                found.stream()
                        .map(subject -> subject.option(wording.language()))
                        .toList());
        return "desk/case";
    }

    String after(HandleRequest.Outcome outcome, Actor.Agent agent, String number, Wording wording, Model model) {
        return switch (outcome) {
            case HandleRequest.Done done -> next(agent, known(number));
            case HandleRequest.ChangedMeanwhile changed -> changedMeanwhile(agent, number, wording, model);
        };
    }

    String after(PersonActs.Outcome outcome, Actor.Agent agent, String number, Wording wording, Model model) {
        return switch (outcome) {
            case DONE -> next(agent, known(number));
            case NOT_NOW, NEEDS_MORE -> changedMeanwhile(agent, number, wording, model);
            case ALREADY_TODAY -> {
                model.addAttribute("chasedToday", true);
                yield show(agent, number, wording, model);
            }
        };
    }

    private String changedMeanwhile(Actor.Agent agent, String number, Wording wording, Model model) {
        model.addAttribute("changedMeanwhile", true);
        return show(agent, number, wording, model);
    }

    /** The request again, unless it now belongs to others. */
    private String next(Actor.Agent agent, RequestNumber number) {
        return requests.mayBeSeenBy(agent, number)
                ? "redirect:" + address(number)
                : "redirect:/agents?partie=" + number;
    }

    static Optional<String> typed(@Nullable String words, String field, BindingResult errors) {
        var typed = Optional.ofNullable(words).filter(text -> !text.isBlank());
        if (typed.isEmpty()) {
            errors.rejectValue(field, "desk.case." + field + ".missing");
        }
        return typed;
    }
}
