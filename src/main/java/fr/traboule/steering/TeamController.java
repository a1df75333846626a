package fr.traboule.steering;

import fr.traboule.ground.access.Actor;
import fr.traboule.web.DeskLink;
import fr.traboule.web.Wording;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How one's units stand. */
@Controller
class TeamController {

    private static final String ADDRESS = "/agents/equipe";

    private final ShowTeam team;

    TeamController(ShowTeam team) {
        this.team = team;
    }

    @Bean
    @Order(6)
    static DeskLink teamLink() {
        return new DeskLink(ADDRESS, "steering.team.title", SteeringPermission.SEE_TEAM);
    }

    @GetMapping(ADDRESS)
    String show(Actor.Agent agent, Wording wording, Model model) {
        model.addAttribute("team", team.of(agent, wording));
        return "steering/team";
    }
}
