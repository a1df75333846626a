package fr.traboule.web;

import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The entrance of the administration: what each account may do there. */
@Controller
class AdministrationController {

    private final List<AdministrationLink> links;
    private final Permissions permissions;

    AdministrationController(List<AdministrationLink> links, Permissions permissions) {
        this.links = links;
        this.permissions = permissions;
    }

    @GetMapping("/administration")
    String show(Actor actor, Model model) {
        model.addAttribute(
                "links",
                links.stream()
                        .filter(link -> permissions.allow(actor, link.permission()))
                        .toList());
        return "web/administration";
    }
}
