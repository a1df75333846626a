package fr.traboule.residents;

import static fr.traboule.residents.ResidentPage.known;
import static fr.traboule.residents.ResidentPage.options;

import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.residents.ResidentLedger.Seen;
import fr.traboule.web.Wording;
import jakarta.validation.Valid;
import java.util.Arrays;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a person speaks and needs, why their record is kept, and who speaks for them. */
@Controller
@RequestMapping(ResidentPage.ADDRESS)
class DescribeController {

    private final ResidentPage page;
    private final CorrectResident correct;
    private final Permissions permissions;

    DescribeController(ResidentPage page, CorrectResident correct, Permissions permissions) {
        this.page = page;
        this.correct = correct;
        this.permissions = permissions;
    }

    @GetMapping("/preferences")
    String ask(Actor.Agent agent, @PathVariable String id, Wording wording, Model model) {
        permissions.require(agent, ResidentPermission.KEEP);
        var sheet = page.sheet(agent, known(id));
        model.addAttribute("form", DescribeForm.of(sheet.resident()));
        return preferences(sheet, wording, model);
    }

    @PostMapping("/preferences")
    String describe(
            Actor.Agent agent,
            @PathVariable String id,
            @Valid @ModelAttribute("form") DescribeForm form,
            BindingResult errors,
            Wording wording,
            Model model) {
        if (errors.getTarget() == null) {
            return preferences(page.sheet(agent, known(id)), wording, model);
        }
        errors.pushNestedPath("grounds");
        form.grounds().check(errors);
        errors.popNestedPath();
        return errors.hasErrors()
                ? preferences(page.sheet(agent, known(id)), wording, model)
                : page.after(
                        correct.describe(
                                agent,
                                form.seen(known(id)),
                                form.spoken(),
                                form.needed(),
                                form.grounds().grounds()),
                        agent,
                        id,
                        wording,
                        model);
    }

    @GetMapping("/representant")
    String askWho(Actor.Agent agent, @PathVariable String id, Wording wording, Model model) {
        permissions.require(agent, ResidentPermission.KEEP);
        var sheet = page.sheet(agent, known(id));
        model.addAttribute("form", new RepresentativeForm(sheet.resident().version(), null, null, null));
        return representative(sheet, wording, model);
    }

    @PostMapping("/representant")
    String represent(
            Actor.Agent agent,
            @PathVariable String id,
            @Valid @ModelAttribute("form") RepresentativeForm form,
            BindingResult errors,
            Wording wording,
            Model model) {
        if (errors.getTarget() == null) {
            return representative(page.sheet(agent, known(id)), wording, model);
        }
        form.check(errors);
        return errors.hasErrors()
                ? representative(page.sheet(agent, known(id)), wording, model)
                : page.after(
                        correct.represent(agent, form.seen(known(id)), form.represented()), agent, id, wording, model);
    }

    @PostMapping("/representant/retirer")
    String representNoMore(
            Actor.Agent agent,
            @PathVariable String id,
            @RequestParam int version,
            @RequestParam String which,
            Wording wording,
            Model model) {
        return page.after(
                correct.representNoMore(
                        agent, new Seen(known(id), version), known(which).value()),
                agent,
                id,
                wording,
                model);
    }

    private static String preferences(ResidentSheet sheet, Wording wording, Model model) {
        model.addAttribute("sheet", sheet);
        model.addAttribute("languages", ResidentPage.languages());
        model.addAttribute("needs", options(Arrays.stream(Need.values()), wording));
        model.addAttribute("bases", options(Arrays.stream(Basis.values()), wording));
        return "residents/preferences";
    }

    private static String representative(ResidentSheet sheet, Wording wording, Model model) {
        model.addAttribute("sheet", sheet);
        model.addAttribute("qualities", options(Arrays.stream(Representative.Quality.values()), wording));
        return "residents/representative";
    }
}
