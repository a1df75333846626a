package fr.traboule.desk;

import static fr.traboule.desk.CasePage.FORM;
import static fr.traboule.desk.CasePage.WRITTEN;
import static fr.traboule.desk.CasePage.known;
import static fr.traboule.desk.CasePage.typed;

import fr.traboule.ground.access.Actor;
import fr.traboule.requests.WaitForOthers;
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

/** A request that waits for the person, or for somebody else. */
@Controller
@RequestMapping(CasePage.ADDRESS)
class CaseWaitController {

    private final WaitForOthers wait;
    private final CasePage page;

    CaseWaitController(WaitForOthers wait, CasePage page) {
        this.wait = wait;
        this.page = page;
    }

    @PostMapping("/demander")
    String ask(
            Actor.Agent agent,
            @PathVariable String number,
            @Valid @ModelAttribute(FORM) CaseForm form,
            BindingResult errors,
            Wording wording,
            Model model,
            RedirectAttributes redirect) {
        var question = typed(form.question(), "question", errors);
        redirect.addFlashAttribute(WRITTEN, form.without("question"));
        return question.isEmpty() || errors.hasErrors()
                ? page.show(agent, number, wording, model)
                : page.after(
                        wait.askResident(agent, form.seen(known(number)), question.get()),
                        agent,
                        number,
                        wording,
                        model);
    }

    @PostMapping("/attendre")
    String wait(
            Actor.Agent agent,
            @PathVariable String number,
            @Valid @ModelAttribute(FORM) CaseForm form,
            BindingResult errors,
            Wording wording,
            Model model,
            RedirectAttributes redirect) {
        var partner = typed(form.partner(), "partner", errors);
        redirect.addFlashAttribute(WRITTEN, form.without("partner"));
        return partner.isEmpty() || errors.hasErrors()
                ? page.show(agent, number, wording, model)
                : page.after(
                        wait.waitForPartner(agent, form.seen(known(number)), partner.get()),
                        agent,
                        number,
                        wording,
                        model);
    }

    @PostMapping("/reprendre")
    String resume(
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
                : page.after(wait.resume(agent, form.seen(known(number))), agent, number, wording, model);
    }
}
