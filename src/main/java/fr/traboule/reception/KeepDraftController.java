package fr.traboule.reception;

import fr.traboule.ground.access.Actor;
import fr.traboule.web.Wording;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is on the one screen, kept as a draft and gone on with. */
@Controller
class KeepDraftController {

    private final KeepDrafts keepDrafts;
    private final DraftPage draftPage;
    private final NewRequestPage page;

    KeepDraftController(KeepDrafts keepDrafts, DraftPage draftPage, NewRequestPage page) {
        this.keepDrafts = keepDrafts;
        this.draftPage = draftPage;
        this.page = page;
    }

    /** Goes on with a draft of one's own; a colleague's is looked at first. */
    @GetMapping(value = NewRequestController.ADDRESS, params = "brouillon")
    String goOn(Actor.Agent agent, @RequestParam("brouillon") UUID id, Wording wording, Model model) {
        var draft = keepDrafts.mine(agent, id);
        if (draft.isEmpty()) {
            return "redirect:" + DraftsController.ADDRESS + "/" + id;
        }
        var form = draft.get().form();
        model.addAttribute("form", form);
        return page.show(agent, form, wording, model);
    }

    /** Keeps what was typed so far as a draft, with the files that were chosen. */
    @PostMapping(value = NewRequestController.ADDRESS, params = "garder")
    String keep(
            Actor.Agent agent,
            @ModelAttribute("form") NewRequestForm form,
            BindingResult errors,
            Wording wording,
            Model model,
            RedirectAttributes redirect) {
        if (form.key() == null) {
            return draftPage.withoutKey(agent, form, errors, wording, model);
        }
        var kept = draftPage.keepWithFiles(agent, form, errors);
        redirect.addFlashAttribute("kept", true);
        return draftPage.notKept(agent, kept, form, errors, wording, model).orElseGet(() -> goOn(form));
    }

    @PostMapping(value = NewRequestController.ADDRESS, params = "retirer")
    String removeFile(
            Actor.Agent agent,
            @ModelAttribute("form") NewRequestForm form,
            BindingResult errors,
            @RequestParam("retirer") UUID file,
            Wording wording,
            Model model) {
        if (form.key() == null) {
            return draftPage.withoutKey(agent, form, errors, wording, model);
        }
        var removed = keepDrafts.remove(agent, form, draftPage.stored(agent, form, errors), file);
        return draftPage.notKept(agent, removed, form, errors, wording, model).orElseGet(() -> goOn(form));
    }

    /** Somebody was faster: the same words become a draft of their own. */
    @PostMapping(value = NewRequestController.ADDRESS, params = "autre")
    String keepApart(
            Actor.Agent agent,
            @ModelAttribute("form") NewRequestForm form,
            BindingResult errors,
            Wording wording,
            Model model,
            RedirectAttributes redirect) {
        var apart = form.apart();
        model.addAttribute("form", apart);
        return keep(agent, apart, errors, wording, model, redirect);
    }

    private static String goOn(NewRequestForm form) {
        return "redirect:" + NewRequestController.ADDRESS + "?brouillon=" + form.key();
    }
}
