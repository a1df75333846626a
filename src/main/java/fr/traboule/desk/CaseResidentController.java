package fr.traboule.desk;

import static fr.traboule.desk.CasePage.known;

import fr.traboule.ground.access.Actor;
import fr.traboule.requests.LinkResident;
import fr.traboule.requests.ReadRequests;
import fr.traboule.requests.RequestSheet;
import fr.traboule.residents.Basis;
import fr.traboule.residents.DetailKind;
import fr.traboule.residents.KeepResident;
import fr.traboule.residents.ReadResidents;
import fr.traboule.residents.ResidentId;
import fr.traboule.web.Labelled;
import fr.traboule.web.NotFound;
import fr.traboule.web.Option;
import fr.traboule.web.Wording;
import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Ties a request to the record of whoever made it: one that is there and may be theirs, or a new one, kept for a reason. */
@Controller
@RequestMapping(CasePage.ADDRESS + "/usager")
class CaseResidentController {

    private final ReadRequests requests;
    private final LinkResident links;
    private final ReadResidents residents;
    private final KeepResident keepResident;

    CaseResidentController(
            ReadRequests requests, LinkResident links, ReadResidents residents, KeepResident keepResident) {
        this.requests = requests;
        this.links = links;
        this.residents = residents;
        this.keepResident = keepResident;
    }

    @GetMapping
    String ask(Actor.Agent agent, @PathVariable String number, Wording wording, Model model) {
        model.addAttribute("form", CaseResidentForm.blank());
        return page(agent, sheet(agent, number), wording, model);
    }

    @PostMapping("/garder")
    String keep(
            Actor.Agent agent,
            @PathVariable String number,
            @Valid @ModelAttribute("form") CaseResidentForm form,
            BindingResult errors,
            Wording wording,
            Model model) {
        var sheet = sheet(agent, number);
        if (errors.getTarget() == null) {
            return page(agent, sheet, wording, model);
        }
        errors.pushNestedPath("grounds");
        form.grounds().check(errors);
        errors.popNestedPath();
        if (sheet.statement().contact().details(List.of()).isEmpty()) {
            errors.rejectValue("shared", "desk.resident.nothing");
        }
        if (errors.hasErrors()) {
            return page(agent, sheet, wording, model);
        }
        links.keep(agent, known(number), form.resident(sheet));
        return "redirect:" + CasePage.address(known(number));
    }

    @PostMapping("/rattacher")
    String link(Actor.Agent agent, @PathVariable String number, @RequestParam String resident) {
        links.link(agent, known(number), ResidentId.of(resident).orElseThrow(NotFound::new));
        return "redirect:" + CasePage.address(known(number));
    }

    @PostMapping("/detacher")
    String unlink(Actor.Agent agent, @PathVariable String number) {
        links.unlink(agent, known(number));
        return "redirect:" + CasePage.address(known(number));
    }

    private RequestSheet sheet(Actor.Agent agent, String number) {
        if (!keepResident.isAllowed(agent)) {
            throw new AccessDeniedException("Whoever keeps no records ties none");
        }
        return requests.seenBy(agent, known(number)).orElseThrow(NotFound::new);
    }

    private String page(Actor.Agent agent, RequestSheet sheet, Wording wording, Model model) {
        var told = sheet.statement().contact().details(List.of());
        var card = links.of(agent, sheet.request());
        model.addAttribute("number", sheet.request().number().toString());
        model.addAttribute("card", card.orElse(null));
        model.addAttribute("told", told);
        model.addAttribute(
                "alike",
                residents.alike(agent, told).stream()
                        .filter(alike -> card.filter(
                                        tied -> tied.id().equals(alike.card().id()))
                                .isEmpty())
                        .toList());
        model.addAttribute("bases", options(Arrays.stream(Basis.values()), wording));
        model.addAttribute(
                "sharable",
                options(
                        Arrays.stream(DetailKind.values())
                                .filter(DetailKind::canBeShared)
                                .filter(kind -> told.stream().anyMatch(detail -> detail.kind() == kind)),
                        wording));
        return "desk/caseResident";
    }

    private static <T extends Enum<T> & Labelled> List<Option> options(Stream<T> values, Wording wording) {
        return values.map(value -> Option.of(value.name(), wording.text(value))).toList();
    }
}
