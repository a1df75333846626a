package fr.traboule.procedures;

import fr.traboule.calendar.CityTime;
import fr.traboule.city.Area;
import fr.traboule.city.Directory;
import fr.traboule.city.Territory;
import fr.traboule.routing.AreaRoute;
import fr.traboule.routing.RouteRequest;
import fr.traboule.routing.Subject;
import fr.traboule.routing.Subjects;
import fr.traboule.routing.SuggestSubjects;
import fr.traboule.web.Language;
import fr.traboule.web.NotFound;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** All that people may ask for, to be searched or read through. */
@Controller
class ProcedureController {

    private static final int MOST = 20;
    private static final int LONGEST_SEARCH = 200;

    private final Subjects subjects;
    private final SuggestSubjects suggestSubjects;
    private final RouteRequest routeRequest;
    private final Directory directory;
    private final Territory territory;
    private final Clock clock;

    ProcedureController(
            Subjects subjects,
            SuggestSubjects suggestSubjects,
            RouteRequest routeRequest,
            Directory directory,
            Territory territory,
            Clock clock) {
        this.subjects = subjects;
        this.suggestSubjects = suggestSubjects;
        this.routeRequest = routeRequest;
        this.directory = directory;
        this.territory = territory;
        this.clock = clock;
    }

    @GetMapping("/demarches")
    String list(@RequestParam(name = "mots", defaultValue = "") String words, Language language, Model model) {
        var asked = words.substring(0, Math.min(words.length(), LONGEST_SEARCH));
        model.addAttribute("words", asked);
        model.addAttribute("found", asked.isBlank() ? List.of() : suggestSubjects.suggest(asked, language, MOST));
        model.addAttribute("themes", subjects.themes());
        return "procedures/list";
    }

    @GetMapping("/demarches/{slug}")
    String show(@PathVariable String slug, Language language, Model model) {
        var subject = subjects.byCode(slug).orElseThrow(NotFound::new);
        model.addAttribute("subject", subject);
        model.addAttribute("competent", competent(subject, language));
        model.addAttribute("cityPhone", directory.settings().phone());
        return "procedures/show";
    }

    private List<Competent> competent(Subject subject, Language language) {
        return routeRequest.routes(subject, CityTime.day(clock.instant())).stream()
                .map(route -> competent(route, language))
                .toList();
    }

    private Competent competent(AreaRoute route, Language language) {
        var organisation = directory.organisation(route.route().organisation());
        return new Competent(
                route.area().flatMap(territory::area).map(Area::name),
                organisation.name().in(language),
                directory.unit(route.route().unit()).name().in(language),
                organisation.kind().isOurs());
    }
}
