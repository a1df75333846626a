package fr.traboule.desk;

import static fr.traboule.desk.CasePage.known;

import fr.traboule.calendar.CityTime;
import fr.traboule.city.Directory;
import fr.traboule.city.Unit;
import fr.traboule.ground.access.Actor;
import fr.traboule.requests.AskOpinion;
import fr.traboule.requests.HandleRequest;
import fr.traboule.requests.ReadRequests;
import fr.traboule.requests.RequestSheet;
import fr.traboule.web.DateFields;
import fr.traboule.web.NotFound;
import fr.traboule.web.Option;
import fr.traboule.web.Wording;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Opinions about one request: asked of another unit, and given by it. */
@Controller
@RequestMapping(CasePage.ADDRESS + "/avis")
class OpinionController {

    private final AskOpinion opinions;
    private final HandleRequest handle;
    private final ReadRequests requests;
    private final Directory directory;
    private final Clock clock;

    OpinionController(
            AskOpinion opinions, HandleRequest handle, ReadRequests requests, Directory directory, Clock clock) {
        this.opinions = opinions;
        this.handle = handle;
        this.requests = requests;
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping
    String show(Actor.Agent agent, @PathVariable String number, Wording wording, Model model) {
        model.addAttribute("form", OpinionForm.BLANK);
        return page(agent, number, wording, model);
    }

    @PostMapping
    String ask(
            Actor.Agent agent,
            @PathVariable String number,
            @Valid @ModelAttribute("form") OpinionForm form,
            BindingResult errors,
            Wording wording,
            Model model) {
        var unit = Optional.ofNullable(form.unit()).flatMap(directory::unit).filter(Unit::open);
        if (unit.isEmpty()) {
            errors.rejectValue("unit", "desk.case.unit.missing");
        }
        var day = Optional.ofNullable(form.day()).flatMap(DateFields::date);
        if (day.isEmpty()) {
            errors.rejectValue("day", "desk.opinion.day.missing");
        } else if (day.get().isBefore(CityTime.day(clock.instant()))) {
            errors.rejectValue("day", "desk.opinion.day.past");
        }
        var words = typed(form, errors);
        if (errors.hasErrors()) {
            return page(agent, number, wording, model);
        }
        if (!opinions.ask(agent, known(number), unit.orElseThrow().id(), day.orElseThrow(), words)) {
            model.addAttribute("notNow", true);
            return page(agent, number, wording, model);
        }
        return "redirect:" + CasePage.address(known(number));
    }

    @PostMapping("/{opinion}")
    String give(
            Actor.Agent agent,
            @PathVariable String number,
            @PathVariable UUID opinion,
            @Valid @ModelAttribute("form") OpinionForm form,
            BindingResult errors,
            Wording wording,
            Model model) {
        var words = typed(form, errors);
        if (errors.hasErrors()) {
            return page(agent, number, wording, model);
        }
        if (!opinions.give(agent, known(number), opinion, words)) {
            model.addAttribute("notNow", true);
            return page(agent, number, wording, model);
        }
        return "redirect:" + OpinionsController.ADDRESS + "?fait=oui";
    }

    private static String typed(OpinionForm form, BindingResult errors) {
        var words = Optional.ofNullable(form.words()).orElse("");
        if (words.isBlank()) {
            errors.rejectValue("words", "desk.opinion.words.missing");
        }
        return words;
    }

    private String page(Actor.Agent agent, String number, Wording wording, Model model) {
        var request =
                requests.seenBy(agent, known(number)).map(RequestSheet::request).orElseThrow(NotFound::new);
        var awaited = opinions.awaitedFor(request);
        model.addAttribute("request", request);
        model.addAttribute(
                "asked",
                awaited.stream()
                        .filter(opinion -> opinions.mayGive(agent, opinion))
                        .findFirst()
                        .orElse(null));
        model.addAttribute("mayAsk", handle.mayHandle(agent, request) && opinions.isPossible(request));
        model.addAttribute(
                "units",
                directory.units().stream()
                        .filter(unit -> unit.open() && !unit.id().equals(request.unit()))
                        .map(unit -> Option.of(
                                unit.code(), unit.name().in(wording.language()).text()))
                        .sorted(Comparator.comparing(Option::label))
                        .toList());
        return "desk/opinion";
    }
}
