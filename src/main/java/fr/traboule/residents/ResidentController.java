package fr.traboule.residents;

import static fr.traboule.residents.ResidentPage.known;

import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.residents.ResidentLedger.Outcome;
import fr.traboule.residents.ResidentLedger.Seen;
import fr.traboule.web.NotFound;
import fr.traboule.web.Wording;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The record of one person: seen, merged with another one of the same person, separated again, erased. */
@Controller
@RequestMapping(ResidentPage.ADDRESS)
class ResidentController {

    private final ResidentPage page;
    private final MergeResidents merge;
    private final EraseResident erase;
    private final Permissions permissions;

    ResidentController(ResidentPage page, MergeResidents merge, EraseResident erase, Permissions permissions) {
        this.page = page;
        this.merge = merge;
        this.erase = erase;
        this.permissions = permissions;
    }

    @GetMapping
    String show(Actor.Agent agent, @PathVariable String id, Wording wording, Model model) {
        return page.show(agent, id, wording, model);
    }

    /** Only what is proposed, with its reasons: they stay with the history. */
    @PostMapping("/reunir")
    String merge(
            Actor.Agent agent,
            @PathVariable String id,
            @RequestParam int version,
            @RequestParam String other,
            @RequestParam int otherVersion,
            Wording wording,
            Model model) {
        var proposed = page.sheet(agent, known(id)).alike().stream()
                .filter(alike -> alike.card().id().equals(known(other)))
                .findFirst()
                .orElseThrow(NotFound::new);
        return page.after(
                merge.merge(
                        agent,
                        new Seen(known(id), version),
                        new Seen(proposed.card().id(), otherVersion),
                        proposed.reasons()),
                agent,
                id,
                wording,
                model);
    }

    @PostMapping("/distinguer")
    String keepApart(
            Actor.Agent agent,
            @PathVariable String id,
            @RequestParam int version,
            @RequestParam String other,
            Wording wording,
            Model model) {
        return page.after(
                merge.keepApart(agent, new Seen(known(id), version), known(other)), agent, id, wording, model);
    }

    @PostMapping("/separer")
    String separate(
            Actor.Agent agent,
            @PathVariable String id,
            @RequestParam int version,
            @RequestParam String other,
            Wording wording,
            Model model) {
        return page.after(merge.separate(agent, new Seen(known(id), version), known(other)), agent, id, wording, model);
    }

    @GetMapping("/effacer")
    String askToErase(Actor.Agent agent, @PathVariable String id, Model model) {
        permissions.require(agent, ResidentPermission.ERASE);
        model.addAttribute("sheet", page.sheet(agent, known(id)));
        return "residents/erase";
    }

    @PostMapping("/effacer")
    String erase(Actor.Agent agent, @PathVariable String id, @RequestParam int version, Wording wording, Model model) {
        var outcome = erase.erase(agent, new Seen(known(id), version));
        return outcome == Outcome.DONE
                ? "redirect:" + ResidentPage.LIST + "?effacee"
                : page.after(outcome, agent, id, wording, model);
    }
}
