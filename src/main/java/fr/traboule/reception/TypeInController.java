package fr.traboule.reception;

import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.paper.PrintSheets;
import fr.traboule.requests.Channel;
import fr.traboule.requests.RequestNumber;
import fr.traboule.requests.RequestPermission;
import fr.traboule.web.NotFound;
import fr.traboule.web.Wording;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Opens the one screen for what is there already: a letter to qualify, an outage sheet to type in, a call-back to go on from. */
@Controller
class TypeInController {

    private final Origin.Finder origins;
    private final PrintSheets printSheets;
    private final ReadCallBacks callBacks;
    private final KeepDrafts keepDrafts;
    private final NewRequestPage page;
    private final Permissions permissions;

    TypeInController(
            Origin.Finder origins,
            PrintSheets printSheets,
            ReadCallBacks callBacks,
            KeepDrafts keepDrafts,
            NewRequestPage page,
            Permissions permissions) {
        this.origins = origins;
        this.printSheets = printSheets;
        this.callBacks = callBacks;
        this.keepDrafts = keepDrafts;
        this.page = page;
        this.permissions = permissions;
    }

    /** Qualifies a letter, beside a view of it. */
    @GetMapping(value = NewRequestController.ADDRESS, params = "courrier")
    String qualify(Actor.Agent agent, @RequestParam("courrier") UUID id, Wording wording, Model model) {
        permissions.require(agent, RequestPermission.FILE);
        var letter = origins.of(agent, id).letter().orElseThrow(NotFound::new).letter();
        if (!letter.isToQualify()) {
            return "redirect:/agents/courrier/" + id;
        }
        return begin(
                agent,
                NewRequestForm.blank(id).arrived(Channel.LETTER, Optional.of(letter.stampedOn())),
                wording,
                model);
    }

    /** Types in an outage sheet. */
    @GetMapping(value = NewRequestController.ADDRESS, params = "fiche")
    String typeIn(Actor.Agent agent, @RequestParam("fiche") String number, Wording wording, Model model) {
        var sheet = RequestNumber.of(number)
                .flatMap(known -> printSheets.toTypeIn(agent, known))
                .orElseThrow(NotFound::new);
        if (!sheet.canBeTypedIn()) {
            return "redirect:/agents/fiches-de-secours/" + sheet.number();
        }
        return begin(
                agent,
                NewRequestForm.blank(sheet.request().value()).arrived(Channel.COUNTER, Optional.empty()),
                wording,
                model);
    }

    /** Whoever was called says something that is for a unit to answer: nobody types again how to reach them. */
    @GetMapping(value = NewRequestController.ADDRESS, params = "rappel")
    String goOn(Actor.Agent agent, @RequestParam("rappel") UUID id, Wording wording, Model model) {
        permissions.require(agent, RequestPermission.FILE);
        var sheet = callBacks.seenBy(agent, new CallBackId(id)).orElseThrow(NotFound::new);
        var form = NewRequestForm.of(sheet.caller(), sheet.callBack().language());
        return page.show(agent, form, wording, model.addAttribute("form", form));
    }

    /** Somebody may have begun already. */
    private String begin(Actor.Agent agent, NewRequestForm form, Wording wording, Model model) {
        var key = Objects.requireNonNull(form.key());
        if (keepDrafts.seenBy(agent, key).filter(Draft::isOpen).isPresent()) {
            return "redirect:" + NewRequestController.ADDRESS + "?brouillon=" + key;
        }
        model.addAttribute("form", form);
        return page.show(agent, form, wording, model);
    }
}
