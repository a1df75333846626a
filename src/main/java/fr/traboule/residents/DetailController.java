package fr.traboule.residents;

import static fr.traboule.residents.ResidentPage.known;

import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.residents.ResidentLedger.Outcome;
import fr.traboule.residents.ResidentLedger.Seen;
import fr.traboule.web.NotFound;
import fr.traboule.web.Wording;
import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
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

/** A name, an e-mail address, a telephone number or a postal address: added, corrected with the reason, taken out. */
@Controller
@RequestMapping(ResidentPage.ADDRESS)
class DetailController {

    private final ResidentPage page;
    private final CorrectResident correct;
    private final Permissions permissions;

    DetailController(ResidentPage page, CorrectResident correct, Permissions permissions) {
        this.page = page;
        this.correct = correct;
        this.permissions = permissions;
    }

    /** @param way to answer from then on, that needs it */
    @GetMapping("/ajouter")
    String askNew(
            Actor.Agent agent,
            @PathVariable String id,
            @RequestParam(name = "pour", required = false) @Nullable AnswerWay way,
            Wording wording,
            Model model) {
        permissions.require(agent, ResidentPermission.KEEP);
        var sheet = page.sheet(agent, known(id));
        var needed = way == null ? null : Reach.missing(way, sheet.details()).orElse(null);
        model.addAttribute("form", DetailForm.adding(sheet.resident().version(), needed, way));
        return newDetail(sheet, way, wording, model);
    }

    @PostMapping("/ajouter")
    String add(
            Actor.Agent agent,
            @PathVariable String id,
            @Valid @ModelAttribute("form") DetailForm form,
            BindingResult errors,
            Wording wording,
            Model model) {
        if (errors.getTarget() == null) {
            return newDetail(page.sheet(agent, known(id)), null, wording, model);
        }
        form.check(form.kind(), errors);
        if (errors.hasErrors()) {
            return newDetail(page.sheet(agent, known(id)), form.way(), wording, model);
        }
        var kind = Objects.requireNonNull(form.kind());
        var seen = form.seen(known(id));
        var added = correct.add(agent, seen, Detail.of(kind, form.typed(), form.isShared(kind)));
        var way = form.way();
        return added == Outcome.DONE && way != null
                ? answeredBy(agent, id, way, new Seen(seen.id(), seen.version() + 1), wording, model)
                : page.after(added, agent, id, wording, model);
    }

    /** In one click; where that way needs something that is not known, it is asked. */
    @PostMapping("/reponse")
    String answerBy(
            Actor.Agent agent,
            @PathVariable String id,
            @RequestParam AnswerWay way,
            @RequestParam int version,
            Wording wording,
            Model model) {
        return answeredBy(agent, id, way, new Seen(known(id), version), wording, model);
    }

    private String answeredBy(Actor.Agent agent, String id, AnswerWay way, Seen seen, Wording wording, Model model) {
        var outcome = correct.answerBy(agent, seen, way);
        return outcome == Outcome.ANSWERS_NEED_IT
                ? "redirect:" + ResidentPage.address(seen.id()) + "/ajouter?pour=" + way
                : page.after(outcome, agent, id, wording, model);
    }

    @GetMapping("/corriger/{detail}")
    String ask(Actor.Agent agent, @PathVariable String id, @PathVariable String detail, Model model) {
        permissions.require(agent, ResidentPermission.KEEP);
        var sheet = page.sheet(agent, known(id));
        model.addAttribute("form", DetailForm.of(sheet.resident().version(), of(sheet, detail)));
        return correction(sheet, detail, model);
    }

    @PostMapping("/corriger/{detail}")
    String correct(
            Actor.Agent agent,
            @PathVariable String id,
            @PathVariable String detail,
            @Valid @ModelAttribute("form") DetailForm form,
            BindingResult errors,
            Wording wording,
            Model model) {
        var sheet = page.sheet(agent, known(id));
        if (errors.getTarget() == null) {
            return correction(sheet, detail, model);
        }
        var kind = of(sheet, detail).kind();
        form.check(kind, errors);
        form.checkReason(errors);
        return errors.hasErrors()
                ? correction(sheet, detail, model)
                : page.after(
                        correct.correct(
                                agent,
                                form.seen(known(id)),
                                of(sheet, detail).id(),
                                form.typed(),
                                form.isShared(kind),
                                GroundsForm.given(form.reason()).orElseThrow()),
                        agent,
                        id,
                        wording,
                        model);
    }

    @PostMapping("/corriger/{detail}/retirer")
    String remove(
            Actor.Agent agent,
            @PathVariable String id,
            @PathVariable String detail,
            @Valid @ModelAttribute("form") DetailForm form,
            BindingResult errors,
            Wording wording,
            Model model) {
        var sheet = page.sheet(agent, known(id));
        if (errors.getTarget() == null) {
            return correction(sheet, detail, model);
        }
        form.checkReason(errors);
        return errors.hasErrors()
                ? correction(sheet, detail, model)
                : page.after(
                        correct.remove(
                                agent,
                                form.seen(known(id)),
                                of(sheet, detail).id(),
                                GroundsForm.given(form.reason()).orElseThrow()),
                        agent,
                        id,
                        wording,
                        model);
    }

    /** The one of its kind to use first. */
    @PostMapping("/corriger/{detail}/premier")
    String prefer(
            Actor.Agent agent,
            @PathVariable String id,
            @PathVariable String detail,
            @RequestParam int version,
            Wording wording,
            Model model) {
        var sheet = page.sheet(agent, known(id));
        var seen = new Seen(known(id), version);
        return page.after(correct.prefer(agent, seen, of(sheet, detail).id()), agent, id, wording, model);
    }

    private static Detail of(ResidentSheet sheet, String detail) {
        return sheet.details().stream()
                .filter(one -> one.id().equals(uuid(detail)))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private static UUID uuid(String typed) {
        return known(typed).value();
    }

    private static String newDetail(ResidentSheet sheet, @Nullable AnswerWay way, Wording wording, Model model) {
        model.addAttribute("sheet", sheet);
        model.addAttribute("way", way);
        model.addAttribute("kinds", ResidentPage.options(Arrays.stream(DetailKind.values()), wording));
        return "residents/newDetail";
    }

    private static String correction(ResidentSheet sheet, String detail, Model model) {
        model.addAttribute("sheet", sheet);
        model.addAttribute("detail", of(sheet, detail));
        return "residents/detail";
    }
}
