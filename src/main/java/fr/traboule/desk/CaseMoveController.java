package fr.traboule.desk;

import static fr.traboule.desk.CasePage.FORM;
import static fr.traboule.desk.CasePage.WRITTEN;
import static fr.traboule.desk.CasePage.known;
import static fr.traboule.desk.CasePage.typed;

import fr.traboule.city.Directory;
import fr.traboule.city.Organisation;
import fr.traboule.city.Unit;
import fr.traboule.ground.access.AccountId;
import fr.traboule.ground.access.Actor;
import fr.traboule.requests.HandleRequest;
import fr.traboule.requests.MoveRequest;
import fr.traboule.web.NotFound;
import fr.traboule.web.Wording;
import jakarta.validation.Valid;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A request that goes to somebody else: a colleague, another unit, another administration. */
@Controller
@RequestMapping(CasePage.ADDRESS)
class CaseMoveController {

    private final HandleRequest handle;
    private final MoveRequest move;
    private final Directory directory;
    private final CasePage page;

    CaseMoveController(HandleRequest handle, MoveRequest move, Directory directory, CasePage page) {
        this.handle = handle;
        this.move = move;
        this.directory = directory;
        this.page = page;
    }

    @PostMapping("/confier")
    String assign(
            Actor.Agent agent,
            @PathVariable String number,
            @Valid @ModelAttribute(FORM) CaseForm form,
            BindingResult errors,
            Wording wording,
            Model model,
            RedirectAttributes redirect) {
        var colleague = typed(form.colleague(), "colleague", errors)
                .map(id -> AccountId.of(id).orElseThrow(NotFound::new));
        redirect.addFlashAttribute(WRITTEN, form.without());
        return colleague.isEmpty() || errors.hasErrors()
                ? page.show(agent, number, wording, model)
                : page.after(
                        handle.assign(agent, form.seen(known(number)), colleague.get()), agent, number, wording, model);
    }

    @PostMapping("/deplacer")
    String move(
            Actor.Agent agent,
            @PathVariable String number,
            @Valid @ModelAttribute(FORM) CaseForm form,
            BindingResult errors,
            Wording wording,
            Model model,
            RedirectAttributes redirect) {
        var unit = unit(number, form);
        if (unit.isEmpty()) {
            errors.rejectValue("unit", "desk.case.unit.missing");
        }
        var why = typed(form.why(), "why", errors);
        redirect.addFlashAttribute(WRITTEN, form.without("why"));
        return unit.isEmpty() || why.isEmpty() || errors.hasErrors()
                ? page.show(agent, number, wording, model)
                : page.after(
                        move.move(agent, form.seen(known(number)), unit.get().id(), why.get()),
                        agent,
                        number,
                        wording,
                        model);
    }

    @PostMapping("/pas-pour-nous")
    String notOurs(
            Actor.Agent agent,
            @PathVariable String number,
            @Valid @ModelAttribute(FORM) CaseForm form,
            BindingResult errors,
            Wording wording,
            Model model,
            RedirectAttributes redirect) {
        var why = typed(form.why(), "why", errors);
        redirect.addFlashAttribute(WRITTEN, form.without("why"));
        return why.isEmpty() || errors.hasErrors()
                ? page.show(agent, number, wording, model)
                : page.after(
                        move.notOurs(
                                agent,
                                form.seen(known(number)),
                                unit(number, form).map(Unit::id),
                                why.get()),
                        agent,
                        number,
                        wording,
                        model);
    }

    @PostMapping("/transmettre")
    String handOver(
            Actor.Agent agent,
            @PathVariable String number,
            @Valid @ModelAttribute(FORM) CaseForm form,
            BindingResult errors,
            Wording wording,
            Model model,
            RedirectAttributes redirect) {
        var organisation = typed(form.organisation(), "organisation", errors)
                .flatMap(directory::organisation)
                .filter(known -> !known.kind().isOurs())
                .map(Organisation::id);
        var words = typed(form.handOver(), "handOver", errors);
        redirect.addFlashAttribute(WRITTEN, form.without("handOver"));
        return organisation.isEmpty() || words.isEmpty() || errors.hasErrors()
                ? page.show(agent, number, wording, model)
                : page.after(
                        move.handOver(agent, form.seen(known(number)), organisation.get(), words.get()),
                        agent,
                        number,
                        wording,
                        model);
    }

    private Optional<Unit> unit(String number, CaseForm form) {
        return Optional.ofNullable(form.unit())
                .filter(code -> !code.isEmpty())
                .flatMap(directory::unit)
                .filter(Unit::open)
                .filter(unit -> move.mayGoTo(known(number), unit.id()));
    }
}
