package fr.traboule.desk;

import fr.traboule.city.Directory;
import fr.traboule.ground.access.Actor;
import fr.traboule.requests.ReadRequests;
import fr.traboule.requests.RequestElsewhere;
import fr.traboule.requests.RequestNumber;
import fr.traboule.web.Language;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A number opens its request, or says who follows it; words search among the agent's own. */
@Controller
class SearchController {

    private static final int MOST = 50;
    private static final int LONGEST_SEARCH = 200;

    private final ReadRequests requests;
    private final QueueLines lines;
    private final Directory directory;

    SearchController(ReadRequests requests, QueueLines lines, Directory directory) {
        this.requests = requests;
        this.lines = lines;
        this.directory = directory;
    }

    @GetMapping("/agents/recherche")
    String search(
            Actor.Agent agent,
            Language language,
            @RequestParam(name = "mots", defaultValue = "") String words,
            Model model) {
        var number = RequestNumber.of(words);
        if (number.filter(typed -> requests.mayBeSeenBy(agent, typed)).isPresent()) {
            return "redirect:" + CasePage.address(number.get());
        }
        return number.flatMap(typed -> requests.elsewhere(agent, typed))
                .map(request -> elsewhere(request, model))
                .orElseGet(() -> found(agent, words, language, model));
    }

    private String elsewhere(RequestElsewhere request, Model model) {
        var unit = directory.unit(request.unit());
        model.addAttribute("request", request);
        model.addAttribute("unit", unit);
        model.addAttribute("phone", directory.phone(unit));
        return "desk/elsewhere";
    }

    private String found(Actor.Agent agent, String words, Language language, Model model) {
        var asked = words.substring(0, Math.min(words.length(), LONGEST_SEARCH));
        model.addAttribute("words", asked);
        model.addAttribute(
                "lines",
                asked.isBlank() ? List.<QueueLine>of() : lines.of(requests.search(agent, asked, MOST), language));
        return "desk/search";
    }
}
