package fr.traboule.desk;

import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.requests.AskOpinion;
import fr.traboule.requests.QueuePosition;
import fr.traboule.requests.QueueView;
import fr.traboule.requests.ReadRequests;
import fr.traboule.requests.RequestNumber;
import fr.traboule.requests.RequestPermission;
import fr.traboule.web.DeskLink;
import fr.traboule.web.Language;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The open requests of an agent's units, those due first at the top; or those that have the words looked for. */
@Controller
class QueueController {

    private static final String ADDRESS = "/agents";
    private static final int MOST = 50;

    private final ReadRequests requests;
    private final QueueLines lines;
    private final AskOpinion opinions;
    private final List<DeskPanel> panels;
    private final Permissions permissions;

    QueueController(
            ReadRequests requests,
            QueueLines lines,
            AskOpinion opinions,
            List<DeskPanel> panels,
            Permissions permissions) {
        this.requests = requests;
        this.lines = lines;
        this.opinions = opinions;
        this.panels = panels;
        this.permissions = permissions;
    }

    @Bean
    @Order(1)
    static DeskLink queueLink() {
        return new DeskLink(ADDRESS, "desk.queue.title", RequestPermission.READ);
    }

    /** Somebody whose account has nothing to do with requests, an administrator, is sent where they have something to do. */
    @GetMapping(ADDRESS)
    String queue(
            Actor.Agent agent,
            Language language,
            @RequestParam(name = "vue", defaultValue = "") String part,
            @RequestParam(name = "apres", defaultValue = "") String after,
            @RequestParam(name = "partie", defaultValue = "") String left,
            Model model) {
        if (!permissions.allow(agent, RequestPermission.READ)) {
            return "redirect:/administration";
        }
        var view = QueueView.of(part);
        var address = view == QueueView.ALL ? ADDRESS + "?" : ADDRESS + "?vue=" + view.code() + "&";
        var found = requests.queue(agent, view, QueuePosition.of(after), MOST + 1);
        var shown = found.stream().limit(MOST).toList();
        model.addAttribute("lines", lines.of(shown, language));
        model.addAttribute("panels", panels);
        model.addAttribute("opinions", opinions.countAwaitedFrom(agent));
        model.addAttribute("agent", agent);
        model.addAttribute("view", view);
        model.addAttribute(
                "left", RequestNumber.of(left).map(RequestNumber::toString).orElse(null));
        model.addAttribute("first", after.isEmpty() ? null : address);
        model.addAttribute(
                "next",
                found.size() > MOST ? address + "apres=" + shown.getLast().position() : null);
        return "desk/queue";
    }
}
