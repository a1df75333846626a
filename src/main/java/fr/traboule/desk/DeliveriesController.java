package fr.traboule.desk;

import fr.traboule.ground.access.Actor;
import fr.traboule.requests.DeliverByHand;
import fr.traboule.requests.DeliveryId;
import fr.traboule.requests.RequestPermission;
import fr.traboule.web.DeskLink;
import fr.traboule.web.Wording;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Letters that the agent's units are to post and calls that they are to make, the oldest first. */
@Controller
class DeliveriesController {

    static final String ADDRESS = "/agents/courriers-et-appels";
    private static final int MOST = 50;

    private final DeliverByHand deliver;
    private final DeliveryViews views;

    DeliveriesController(DeliverByHand deliver, DeliveryViews views) {
        this.deliver = deliver;
        this.views = views;
    }

    @Bean
    @Order(3)
    static DeskLink deliveriesLink() {
        return new DeskLink(ADDRESS, "desk.deliveries.title", RequestPermission.DELIVER);
    }

    @GetMapping(ADDRESS)
    String list(
            Actor.Agent agent,
            @RequestParam(name = "apres", defaultValue = "") String after,
            Wording wording,
            Model model) {
        var position = DeliveryId.of(after);
        var found = deliver.waiting(agent, position, MOST + 1);
        var shown = found.stream().limit(MOST).toList();
        model.addAttribute(
                "lines",
                shown.stream()
                        .map(delivery -> views.line(delivery, true, wording))
                        .toList());
        model.addAttribute("first", position.isPresent() ? ADDRESS : null);
        model.addAttribute(
                "next",
                found.size() > MOST ? ADDRESS + "?apres=" + shown.getLast().id() : null);
        return "desk/deliveries";
    }
}
