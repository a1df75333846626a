package fr.traboule.desk;

import fr.traboule.ground.access.Actor;
import fr.traboule.requests.HandleRequest;
import fr.traboule.requests.ReadRequests;
import fr.traboule.requests.RequestNumber;
import fr.traboule.routing.Subject;
import fr.traboule.routing.Subjects;
import fr.traboule.routing.SuggestSubjects;
import fr.traboule.web.NotFound;
import fr.traboule.web.Wording;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * One request, with all that an agent can do with it. Each act comes back to the page, with what was typed where it was
 * refused, and with what was typed for another act.
 */
@Controller
@RequestMapping("/agents/demandes/{number}")
class CaseController {

    private static final int MOST_SUBJECTS = 8;
    private static final String FORM = "form";

    private final ReadRequests requests;
    private final HandleRequest handle;
    private final Subjects subjects;
    private final SuggestSubjects suggestSubjects;
    private final CaseViews views;
    private final List<CaseSection> sections;
    private final SuggestedAnswers suggested;

    CaseController(
            ReadRequests requests,
            HandleRequest handle,
            Subjects subjects,
            SuggestSubjects suggestSubjects,
            CaseViews views,
            List<CaseSection> sections,
            SuggestedAnswers suggested) {
        this.requests = requests;
        this.handle = handle;
        this.subjects = subjects;
        this.suggestSubjects = suggestSubjects;
        this.views = views;
        this.sections = sections;
        this.suggested = suggested;
    }

    static String address(RequestNumber number) {
        return "/agents/demandes/" + number;
    }

    @GetMapping
    String show(Actor.Agent agent, @PathVariable String number, Wording wording, Model model) {
        if (!model.containsAttribute(FORM)) {
            model.addAttribute(FORM, CaseForm.BLANK);
        }
        return page(agent, number, List.of(), wording, model);
    }

    @PostMapping("/prendre")
    String take(
            Actor.Agent agent,
            @PathVariable String number,
            @ModelAttribute(FORM) CaseForm form,
            Wording wording,
            Model model,
            RedirectAttributes redirect) {
        redirect.addFlashAttribute(FORM, form.unsent(form.answer(), form.note()));
        return after(handle.take(agent, form.seen(known(number))), agent, number, wording, model);
    }

    @PostMapping("/cloturer")
    String close(
            Actor.Agent agent,
            @PathVariable String number,
            @ModelAttribute(FORM) CaseForm form,
            Wording wording,
            Model model,
            RedirectAttributes redirect) {
        redirect.addFlashAttribute(FORM, form.unsent(null, form.note()));
        return after(handle.close(agent, form.seen(known(number))), agent, number, wording, model);
    }

    @PostMapping("/noter")
    String note(
            Actor.Agent agent,
            @PathVariable String number,
            @Valid @ModelAttribute(FORM) CaseForm form,
            BindingResult errors,
            Wording wording,
            Model model,
            RedirectAttributes redirect) {
        var note = typed(form.note(), "note", errors);
        redirect.addFlashAttribute(FORM, form.unsent(form.answer(), null));
        return note.isEmpty() || errors.hasErrors()
                ? page(agent, number, List.of(), wording, model)
                : after(handle.note(agent, form.seen(known(number)), note.get()), agent, number, wording, model);
    }

    @PostMapping("/repondre")
    String answer(
            Actor.Agent agent,
            @PathVariable String number,
            @Valid @ModelAttribute(FORM) CaseForm form,
            BindingResult errors,
            Wording wording,
            Model model,
            RedirectAttributes redirect) {
        var answer = typed(form.answer(), "answer", errors);
        redirect.addFlashAttribute(FORM, form.unsent(null, form.note()));
        return answer.isEmpty() || errors.hasErrors()
                ? page(agent, number, List.of(), wording, model)
                : after(
                        handle.answer(agent, form.seen(known(number)), answer.get(), suggested.used(form)),
                        agent,
                        number,
                        wording,
                        model);
    }

    /** Looks for subjects, or says which one it is. */
    @PostMapping("/orienter")
    String qualify(
            Actor.Agent agent,
            @PathVariable String number,
            @Valid @ModelAttribute(FORM) CaseForm form,
            BindingResult errors,
            @RequestParam(name = "chercher", required = false) @Nullable String search,
            Wording wording,
            Model model,
            RedirectAttributes redirect) {
        var subject = Optional.ofNullable(form.subject()).flatMap(subjects::byCode);
        if (search == null && subject.isPresent() && !errors.hasErrors()) {
            redirect.addFlashAttribute(FORM, form.unsent(form.answer(), form.note()));
            return after(handle.qualify(agent, form.seen(known(number)), subject.get()), agent, number, wording, model);
        }
        var words = Optional.ofNullable(form.subjectWords()).orElse("");
        var found = errors.hasErrors()
                ? List.<Subject>of()
                : suggestSubjects.suggest(words, wording.language(), MOST_SUBJECTS);
        if (search == null) {
            errors.rejectValue("subjectWords", "desk.case.subject.missing");
        } else if (found.isEmpty() && !errors.hasErrors()) {
            errors.rejectValue("subjectWords", "desk.case.subject.none");
        }
        return page(agent, number, found, wording, model);
    }

    private String page(Actor.Agent agent, String number, List<Subject> found, Wording wording, Model model) {
        var sheet = requests.seenBy(agent, known(number)).orElseThrow(NotFound::new);
        model.addAttribute("view", views.of(agent, sheet, wording));
        model.addAttribute("sections", sections);
        model.addAttribute("models", suggested.options(agent, sheet.request(), model.getAttribute(FORM), wording));
        model.addAttribute(
                "found",
                found.stream()
                        .map(subject -> subject.option(wording.language()))
                        .toList());
        return "desk/case";
    }

    private String after(
            HandleRequest.Outcome outcome, Actor.Agent agent, String number, Wording wording, Model model) {
        return switch (outcome) {
            case HandleRequest.Done done -> next(agent, known(number));
            case HandleRequest.ChangedMeanwhile changed -> {
                model.addAttribute("changedMeanwhile", true);
                yield page(agent, number, List.of(), wording, model);
            }
        };
    }

    /** The request again, unless it now belongs to others. */
    private String next(Actor.Agent agent, RequestNumber number) {
        return requests.mayBeSeenBy(agent, number)
                ? "redirect:" + address(number)
                : "redirect:/agents?partie=" + number;
    }

    private static Optional<String> typed(@Nullable String words, String field, BindingResult errors) {
        var typed = Optional.ofNullable(words).filter(text -> !text.isBlank());
        if (typed.isEmpty()) {
            errors.rejectValue(field, "desk.case." + field + ".missing");
        }
        return typed;
    }

    private static RequestNumber known(String number) {
        return RequestNumber.of(number).orElseThrow(NotFound::new);
    }
}
