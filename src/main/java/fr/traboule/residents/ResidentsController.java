package fr.traboule.residents;

import static fr.traboule.residents.ResidentPage.options;

import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.web.DeskLink;
import fr.traboule.web.Wording;
import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The records of people: looked for, the last kept, and a new one. */
@Controller
class ResidentsController {

    private static final int MOST = 30;
    private static final String NEW = ResidentPage.LIST + "/nouvelle";

    private final ReadResidents readResidents;
    private final KeepResident keepResident;
    private final Permissions permissions;

    ResidentsController(ReadResidents readResidents, KeepResident keepResident, Permissions permissions) {
        this.readResidents = readResidents;
        this.keepResident = keepResident;
        this.permissions = permissions;
    }

    @Bean
    @Order(5)
    static DeskLink residentsLink() {
        return new DeskLink(ResidentPage.LIST, "residents.list.title", ResidentPermission.READ);
    }

    @GetMapping(ResidentPage.LIST)
    String list(
            Actor.Agent agent,
            @RequestParam(name = "mots", defaultValue = "") String words,
            @RequestParam(name = "avant", defaultValue = "") String before,
            @RequestParam(name = "effacee", required = false) @Nullable String erased,
            Model model) {
        permissions.require(agent, ResidentPermission.READ);
        var asked = words.strip();
        var found = asked.isEmpty()
                ? readResidents.page(agent, ResidentId.of(before), MOST + 1)
                : readResidents.find(agent, asked);
        var shown = asked.isEmpty() ? found.stream().limit(MOST).toList() : found;
        model.addAttribute("words", words.substring(0, Math.min(words.length(), ReadResidents.LONGEST)));
        model.addAttribute("cards", shown);
        model.addAttribute("mayKeep", permissions.allow(agent, ResidentPermission.KEEP));
        model.addAttribute("erased", erased != null);
        model.addAttribute("first", before.isEmpty() ? null : ResidentPage.LIST);
        model.addAttribute("next", next(asked, found, shown));
        return "residents/list";
    }

    private static @Nullable String next(String asked, List<ResidentCard> found, List<ResidentCard> shown) {
        return asked.isEmpty() && found.size() > MOST
                ? ResidentPage.LIST + "?avant=" + shown.getLast().id().value()
                : null;
    }

    @GetMapping(NEW)
    String ask(Actor.Agent agent, Wording wording, Model model) {
        permissions.require(agent, ResidentPermission.KEEP);
        model.addAttribute("form", NewResidentForm.blank(ResidentId.next().value()));
        return page(wording, model);
    }

    @PostMapping(NEW)
    String keep(
            Actor.Agent agent,
            @Valid @ModelAttribute("form") NewResidentForm form,
            BindingResult errors,
            Wording wording,
            Model model) {
        permissions.require(agent, ResidentPermission.KEEP);
        if (errors.getTarget() == null) {
            return page(wording, model);
        }
        form.check(errors);
        return errors.hasErrors()
                ? page(wording, model)
                : "redirect:" + ResidentPage.address(keepResident.keep(agent, form.resident()));
    }

    private static String page(Wording wording, Model model) {
        model.addAttribute("ways", options(Arrays.stream(AnswerWay.values()), wording));
        model.addAttribute("languages", ResidentPage.languages());
        model.addAttribute("needs", options(Arrays.stream(Need.values()), wording));
        model.addAttribute("bases", options(Arrays.stream(Basis.values()), wording));
        model.addAttribute(
                "sharable", options(Arrays.stream(DetailKind.values()).filter(DetailKind::canBeShared), wording));
        return "residents/new";
    }
}
