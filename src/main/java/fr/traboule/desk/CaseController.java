package fr.traboule.desk;

import static fr.traboule.desk.CasePage.FORM;
import static fr.traboule.desk.CasePage.WRITTEN;
import static fr.traboule.desk.CasePage.known;
import static fr.traboule.desk.CasePage.typed;

import fr.traboule.ground.access.Actor;
import fr.traboule.requests.HandleRequest;
import fr.traboule.routing.Subject;
import fr.traboule.routing.Subjects;
import fr.traboule.routing.SuggestSubjects;
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
@RequestMapping(CasePage.ADDRESS)
class CaseController {

    private static final int MOST_SUBJECTS = 8;

    private final HandleRequest handle;
    private final Subjects subjects;
    private final SuggestSubjects suggestSubjects;
    private final CasePage page;
    private final SuggestedAnswers suggested;

    CaseController(
            HandleRequest handle,
            Subjects subjects,
            SuggestSubjects suggestSubjects,
            CasePage page,
            SuggestedAnswers suggested) {
        this.handle = handle;
        this.subjects = subjects;
        this.suggestSubjects = suggestSubjects;
        this.page = page;
        this.suggested = suggested;
    }

    @GetMapping
    String show(Actor.Agent agent, @PathVariable String number, Wording wording, Model model) {
        if (page.isArchived(agent, number)) {
            return "redirect:" + CasePage.ARCHIVES + number;
        }
        model.addAttribute(FORM, model.containsAttribute(WRITTEN) ? model.getAttribute(WRITTEN) : CaseForm.BLANK);
        return page.show(agent, number, wording, model);
    }

    @PostMapping("/prendre")
    String take(
            Actor.Agent agent,
            @PathVariable String number,
            @ModelAttribute(FORM) CaseForm form,
            Wording wording,
            Model model,
            RedirectAttributes redirect) {
        redirect.addFlashAttribute(WRITTEN, form.without());
        return page.after(handle.take(agent, form.seen(known(number))), agent, number, wording, model);
    }

    @PostMapping("/cloturer")
    String close(
            Actor.Agent agent,
            @PathVariable String number,
            @ModelAttribute(FORM) CaseForm form,
            Wording wording,
            Model model,
            RedirectAttributes redirect) {
        redirect.addFlashAttribute(WRITTEN, form.without("answer"));
        return page.after(handle.close(agent, form.seen(known(number))), agent, number, wording, model);
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
        redirect.addFlashAttribute(WRITTEN, form.without("note"));
        return note.isEmpty() || errors.hasErrors()
                ? page.show(agent, number, wording, model)
                : page.after(handle.note(agent, form.seen(known(number)), note.get()), agent, number, wording, model);
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
        redirect.addFlashAttribute(WRITTEN, form.without("answer"));
        return answer.isEmpty() || errors.hasErrors()
                ? page.show(agent, number, wording, model)
                : page.after(
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
            redirect.addFlashAttribute(WRITTEN, form.without());
            return page.after(
                    handle.qualify(agent, form.seen(known(number)), subject.get()), agent, number, wording, model);
        }
        var words = Optional.ofNullable(form.subjectWords()).orElse("");
        if (search != null && words.isBlank()) {
            model.addAttribute("nothingDone", true);
            return page.show(agent, number, wording, model);
        }
        var found = errors.hasErrors()
                ? List.<Subject>of()
                : suggestSubjects.suggest(words, wording.language(), MOST_SUBJECTS);
        if (search == null) {
            errors.rejectValue("subjectWords", "desk.case.subject.missing");
        } else if (found.isEmpty() && !errors.hasErrors()) {
            errors.rejectValue("subjectWords", "desk.case.subject.none");
        }
        return page.show(agent, number, found, wording, model);
    }
}
