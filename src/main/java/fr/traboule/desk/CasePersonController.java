package fr.traboule.desk;

import static fr.traboule.desk.CasePage.FORM;
import static fr.traboule.desk.CasePage.WRITTEN;
import static fr.traboule.desk.CasePage.known;
import static fr.traboule.desk.CasePage.typed;

import fr.traboule.ground.access.Actor;
import fr.traboule.requests.PersonActs;
import fr.traboule.web.Wording;
import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the person does with their request through an agent whom they met or called. */
@Controller
@RequestMapping(CasePage.ADDRESS)
class CasePersonController {

    private final PersonActs person;
    private final CasePage page;

    CasePersonController(PersonActs person, CasePage page) {
        this.person = person;
        this.page = page;
    }

    @PostMapping("/personne/ajouter")
    String reply(
            Actor.Agent agent,
            @PathVariable String number,
            @Valid @ModelAttribute(FORM) CaseForm form,
            BindingResult errors,
            Wording wording,
            Model model,
            RedirectAttributes redirect) {
        var said = typed(form.said(), "said", errors);
        redirect.addFlashAttribute(WRITTEN, form.without("said"));
        return said.isEmpty() || errors.hasErrors()
                ? page.show(agent, number, wording, model)
                : page.after(person.reply(agent, form.seen(known(number)), said.get()), agent, number, wording, model);
    }

    @PostMapping("/personne/relancer")
    String chase(
            Actor.Agent agent,
            @PathVariable String number,
            @Valid @ModelAttribute(FORM) CaseForm form,
            BindingResult errors,
            Wording wording,
            Model model,
            RedirectAttributes redirect) {
        redirect.addFlashAttribute(WRITTEN, form.without());
        return errors.hasErrors()
                ? page.show(agent, number, wording, model)
                : page.after(person.chase(agent, form.seen(known(number))), agent, number, wording, model);
    }

    @PostMapping("/personne/retirer")
    String withdraw(
            Actor.Agent agent,
            @PathVariable String number,
            @Valid @ModelAttribute(FORM) CaseForm form,
            BindingResult errors,
            Wording wording,
            Model model,
            RedirectAttributes redirect) {
        redirect.addFlashAttribute(WRITTEN, form.without());
        return errors.hasErrors()
                ? page.show(agent, number, wording, model)
                : page.after(person.withdraw(agent, form.seen(known(number))), agent, number, wording, model);
    }

    @PostMapping("/personne/rouvrir")
    String reopen(
            Actor.Agent agent,
            @PathVariable String number,
            @Valid @ModelAttribute(FORM) CaseForm form,
            BindingResult errors,
            Wording wording,
            Model model,
            RedirectAttributes redirect) {
        var said = typed(form.said(), "said", errors);
        redirect.addFlashAttribute(WRITTEN, form.without("said"));
        return said.isEmpty() || errors.hasErrors()
                ? page.show(agent, number, wording, model)
                : page.after(person.reopen(agent, form.seen(known(number)), said.get()), agent, number, wording, model);
    }

    /** In one click; what it needs and is not known is asked. */
    @PostMapping("/personne/reponse")
    String answerBy(
            Actor.Agent agent,
            @PathVariable String number,
            @Valid @ModelAttribute(FORM) CaseForm form,
            BindingResult errors,
            Wording wording,
            Model model,
            RedirectAttributes redirect) {
        if (errors.getTarget() == null) {
            return page.show(agent, number, wording, model);
        }
        var way = form.way();
        if (way == null) {
            errors.rejectValue("way", "desk.case.way.missing");
        }
        if (way == null || errors.hasErrors()) {
            return page.show(agent, number, wording, model);
        }
        var outcome = person.answerBy(agent, form.seen(known(number)), way, form.contact());
        if (outcome == PersonActs.Outcome.NEEDS_MORE) {
            return page.asking(way, form, errors, agent, number, wording, model);
        }
        redirect.addFlashAttribute(WRITTEN, form.without());
        return page.after(outcome, agent, number, wording, model);
    }
}
