package fr.traboule.upkeep;

import fr.traboule.ground.access.Actor;
import fr.traboule.web.AdministrationLink;
import fr.traboule.works.LongWorks;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the program does by itself, and what it could not do. */
@Controller
@RequestMapping(UpkeepController.ADDRESS)
class UpkeepController {

    static final String ADDRESS = "/administration/travaux";

    private final Upkeep upkeep;
    private final LongWorks works;

    UpkeepController(Upkeep upkeep, LongWorks works) {
        this.upkeep = upkeep;
        this.works = works;
    }

    @Bean
    static AdministrationLink upkeepLink() {
        return new AdministrationLink(ADDRESS, "upkeep.title", "upkeep.summary", UpkeepPermission.RUN);
    }

    @GetMapping
    String show(Actor actor, @RequestParam(name = "fait", defaultValue = "") String done, Model model) {
        model.addAttribute("jobs", upkeep.jobs(actor));
        model.addAttribute("works", works.latest(actor));
        model.addAttribute("startable", works.byHand(actor));
        model.addAttribute("outboxes", upkeep.outboxes(actor));
        model.addAttribute("done", done);
        return "upkeep/show";
    }

    @PostMapping(params = "job")
    String run(Actor actor, @RequestParam String job) {
        return back(upkeep.runNow(actor, job));
    }

    @PostMapping(params = "retry")
    String retry(Actor actor, @RequestParam String schema, @RequestParam UUID retry) {
        return back(upkeep.retry(actor, schema, retry));
    }

    @PostMapping(params = "stop")
    String stop(Actor actor, @RequestParam String schema, @RequestParam UUID stop) {
        return back(upkeep.stop(actor, schema, stop));
    }

    @PostMapping(params = "all")
    String retryAll(Actor actor, @RequestParam("all") String schema) {
        return back(upkeep.retryAll(actor, schema));
    }

    private static String back(boolean done) {
        return "redirect:" + ADDRESS + "?fait=" + (done ? "oui" : "non");
    }
}
