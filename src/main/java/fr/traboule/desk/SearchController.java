package fr.traboule.desk;

import fr.traboule.city.Directory;
import fr.traboule.ground.access.Actor;
import fr.traboule.requests.FindRequests;
import fr.traboule.requests.ReadRequests;
import fr.traboule.requests.RequestElsewhere;
import fr.traboule.requests.RequestFilter;
import fr.traboule.requests.RequestNumber;
import fr.traboule.requests.RequestStatus;
import fr.traboule.requests.SearchPosition;
import fr.traboule.web.Wording;
import jakarta.validation.Valid;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** A number opens its request, or says who follows it; words search among the agent's own. */
@Controller
class SearchController {

    static final String ADDRESS = "/agents/recherche";
    static final String WORDS = "mots";
    static final int LONGEST_SEARCH = 200;
    private static final int MOST = 50;

    private final ReadRequests requests;
    private final FindRequests find;
    private final Filters filters;
    private final ExportPage exportPage;
    private final QueueLines lines;
    private final Directory directory;

    SearchController(
            ReadRequests requests,
            FindRequests find,
            Filters filters,
            ExportPage exportPage,
            QueueLines lines,
            Directory directory) {
        this.requests = requests;
        this.find = find;
        this.filters = filters;
        this.exportPage = exportPage;
        this.lines = lines;
        this.directory = directory;
    }

    @GetMapping(ADDRESS)
    String search(
            Actor.Agent agent,
            @RequestParam(name = WORDS, defaultValue = "") String words,
            @Valid @ModelAttribute("form") FilterForm form,
            BindingResult errors,
            @RequestParam(name = "apres", defaultValue = "") String after,
            Wording wording,
            Model model) {
        var number = RequestNumber.of(words);
        if (number.filter(typed -> requests.mayBeSeenBy(agent, typed)).isPresent()) {
            return "redirect:" + CasePage.address(number.get());
        }
        var elsewhere = number.flatMap(typed -> requests.elsewhere(agent, typed));
        if (elsewhere.isPresent()) {
            return elsewhere(elsewhere.get(), model);
        }
        var asked = words.substring(0, Math.min(words.length(), LONGEST_SEARCH)).strip();
        return found(agent, asked, form, filters.read(agent, form, errors), after, wording, model);
    }

    private String elsewhere(RequestElsewhere request, Model model) {
        var unit = directory.unit(request.unit());
        model.addAttribute("request", request);
        model.addAttribute("unit", unit);
        model.addAttribute("phone", directory.phone(unit));
        return "desk/elsewhere";
    }

    private String found(
            Actor.Agent agent,
            String asked,
            FilterForm form,
            Optional<RequestFilter> filter,
            String after,
            Wording wording,
            Model model) {
        var nothing = asked.isEmpty() && form.given().isEmpty();
        var found = filter.filter(wanted -> !nothing)
                .map(wanted -> find.search(agent, asked, wanted, SearchPosition.of(after), MOST))
                .orElse(new FindRequests.Found(List.of(), asked, 0, false));
        var shown = found.entries();
        var given = new LinkedHashMap<String, String>();
        if (!found.words().isEmpty()) {
            given.put(WORDS, found.words());
        }
        var others = Map.copyOf(given);
        given.putAll(form.given());
        model.addAttribute("words", asked);
        model.addAttribute("instead", found.words().equals(asked) ? null : found.words());
        model.addAttribute("asked", !nothing);
        model.addAttribute("count", found.count());
        model.addAttribute("lines", lines.of(shown, wording.language()));
        model.addAttribute("choices", filters.choices(agent, Stream.of(RequestStatus.values()), wording));
        model.addAttribute(
                "chips",
                filter.map(wanted -> filters.chips(form, wanted, ADDRESS, others, wording))
                        .orElse(List.of()));
        model.addAttribute("query", FilterForm.query(given));
        model.addAttribute("exports", exportPage.of(agent, !shown.isEmpty()));
        model.addAttribute("first", after.isEmpty() ? null : FilterForm.address(ADDRESS, given));
        if (found.more()) {
            given.put("apres", shown.getLast().searchPosition().toString());
            model.addAttribute("next", FilterForm.address(ADDRESS, given));
        }
        return "desk/search";
    }
}
