package fr.traboule.desk;

import fr.traboule.calendar.CityTime;
import fr.traboule.city.Directory;
import fr.traboule.ground.access.AccountNames;
import fr.traboule.ground.access.Actor;
import fr.traboule.requests.AskOpinion;
import fr.traboule.requests.Opinion;
import fr.traboule.web.Wording;
import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the agent's units are asked to say about requests of others, the first due first. */
@Controller
class OpinionsController {

    static final String ADDRESS = "/agents/avis";
    private static final int MOST = 50;

    private final AskOpinion opinions;
    private final Directory directory;
    private final AccountNames names;
    private final Clock clock;

    OpinionsController(AskOpinion opinions, Directory directory, AccountNames names, Clock clock) {
        this.opinions = opinions;
        this.directory = directory;
        this.names = names;
        this.clock = clock;
    }

    /**
     * One of them.
     *
     * @param by who asks
     * @param unit that is asked
     */
    record Line(Opinion opinion, String by, String unit, boolean late) {

        String address() {
            return CasePage.address(opinion.request()) + "/avis";
        }
    }

    @GetMapping(ADDRESS)
    String list(
            Actor.Agent agent,
            @RequestParam(name = "fait", defaultValue = "") String done,
            @RequestParam(name = "apres", defaultValue = "") String after,
            Wording wording,
            Model model) {
        var today = CityTime.day(clock.instant());
        var found = opinions.awaitedFrom(agent, Opinion.Position.of(after), MOST + 1);
        var shown = found.stream().limit(MOST).toList();
        model.addAttribute("first", after.isEmpty() ? null : ADDRESS);
        model.addAttribute(
                "next",
                found.size() > MOST ? ADDRESS + "?apres=" + shown.getLast().position() : null);
        model.addAttribute(
                "lines",
                shown.stream()
                        .map(opinion -> new Line(
                                opinion,
                                names.of(opinion.askedBy()),
                                directory
                                        .unit(opinion.unit())
                                        .name()
                                        .in(wording.language())
                                        .text(),
                                opinion.dueOn().isBefore(today)))
                        .toList());
        model.addAttribute("done", !done.isEmpty());
        return "desk/opinions";
    }
}
