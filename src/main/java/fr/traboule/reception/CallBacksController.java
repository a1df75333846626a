package fr.traboule.reception;

import fr.traboule.ground.access.Actor;
import fr.traboule.web.DeskLink;
import fr.traboule.web.Wording;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Whom an agent's units are to call, the first due at the top. */
@Controller
class CallBacksController {

    static final String ADDRESS = "/agents/rappels";
    private static final int MOST = 50;

    private final ReadCallBacks callBacks;
    private final CallBackViews views;

    CallBacksController(ReadCallBacks callBacks, CallBackViews views) {
        this.callBacks = callBacks;
        this.views = views;
    }

    @Bean
    @Order(3)
    static DeskLink callBacksLink() {
        return new DeskLink(ADDRESS, "reception.callBacks.title", ReceptionPermission.CALL_BACK);
    }

    @GetMapping(ADDRESS)
    String show(
            Actor.Agent agent,
            Wording wording,
            @RequestParam(name = "apres", defaultValue = "") String after,
            Model model) {
        var position = CallBack.Position.of(after);
        var found = callBacks.queue(agent, position.orElse(CallBack.Position.START), MOST + 1);
        var shown = found.stream().limit(MOST).toList();
        model.addAttribute("lines", views.lines(shown, wording));
        model.addAttribute("first", position.isPresent() ? ADDRESS : null);
        model.addAttribute(
                "next",
                found.size() > MOST
                        ? ADDRESS + "?apres=" + shown.getLast().callBack().position()
                        : null);
        return "reception/callBacks";
    }
}
