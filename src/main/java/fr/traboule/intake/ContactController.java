package fr.traboule.intake;

import fr.traboule.requests.ContactForm;
import fr.traboule.residents.AnswerWay;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** Where to answer: only what the chosen way needs is asked. */
@Controller
class ContactController {

    private final Drafts drafts;
    private final Journey journey;

    ContactController(Drafts drafts, Journey journey) {
        this.drafts = drafts;
        this.journey = journey;
    }

    @GetMapping({"/signaler/coordonnees", "/ecrire/coordonnees"})
    String ask(Draft draft, HttpServletRequest request, Model model) {
        if (way(draft) == AnswerWay.NONE) {
            return draft.door().redirect(Step.REPLY);
        }
        var reach = draft.answers().reach();
        model.addAttribute("form", reach == null ? ContactForm.BLANK : reach);
        return page(draft, request, model);
    }

    @PostMapping({"/signaler/coordonnees", "/ecrire/coordonnees"})
    String answer(
            Draft draft,
            @Valid @ModelAttribute("form") ContactForm form,
            BindingResult errors,
            HttpServletRequest request,
            Model model) {
        form.validate(way(draft), errors);
        if (errors.hasErrors()) {
            return page(draft, request, model);
        }
        var changed = draft.with(draft.answers().withReach(form));
        drafts.save(changed);
        return journey.next(changed, Step.CONTACT, Journey.isChanging(request));
    }

    private String page(Draft draft, HttpServletRequest request, Model model) {
        model.addAttribute("step", StepPage.of(draft, Step.CONTACT, journey, Journey.isChanging(request)));
        model.addAttribute("way", way(draft));
        return "intake/contact";
    }

    private static AnswerWay way(Draft draft) {
        var way = draft.answers().way();
        return way == null ? AnswerWay.NONE : way;
    }
}
