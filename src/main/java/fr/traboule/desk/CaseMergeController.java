package fr.traboule.desk;

import static fr.traboule.desk.CasePage.FORM;
import static fr.traboule.desk.CasePage.WRITTEN;
import static fr.traboule.desk.CasePage.known;
import static fr.traboule.desk.CasePage.typed;

import fr.traboule.ground.access.Actor;
import fr.traboule.requests.MergeRequests;
import fr.traboule.requests.RequestNumber;
import fr.traboule.web.Wording;
import jakarta.validation.Valid;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Requests about the same thing become one, or part again. */
@Controller
@RequestMapping(CasePage.ADDRESS)
class CaseMergeController {

    private final MergeRequests merge;
    private final CasePage page;

    CaseMergeController(MergeRequests merge, CasePage page) {
        this.merge = merge;
        this.page = page;
    }

    @PostMapping("/regrouper")
    String merge(
            Actor.Agent agent,
            @PathVariable String number,
            @Valid @ModelAttribute(FORM) CaseForm form,
            BindingResult errors,
            Wording wording,
            Model model,
            RedirectAttributes redirect) {
        var main = main(agent, number, form, errors);
        redirect.addFlashAttribute(WRITTEN, form.without());
        return main.isEmpty() || errors.hasErrors()
                ? page.show(agent, number, wording, model)
                : page.after(merge.merge(agent, form.seen(known(number)), main.get()), agent, number, wording, model);
    }

    @PostMapping("/separer")
    String split(
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
                : page.after(merge.split(agent, form.seen(known(number))), agent, number, wording, model);
    }

    private Optional<RequestNumber> main(Actor.Agent agent, String number, CaseForm form, BindingResult errors) {
        var typed = Optional.ofNullable(form.other()).flatMap(RequestNumber::of);
        if (typed.isEmpty()) {
            errors.rejectValue("other", "desk.case.other.wrong");
        }
        return typed.filter(main -> {
            var obstacle = merge.obstacle(agent, known(number), main);
            obstacle.ifPresent(why ->
                    errors.rejectValue("other", "desk.case.other." + why.name().toLowerCase(Locale.ROOT)));
            return obstacle.isEmpty();
        });
    }
}
