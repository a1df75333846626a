package fr.traboule.intake;

import fr.traboule.city.Area;
import fr.traboule.city.FindPlace;
import fr.traboule.web.Option;
import fr.traboule.web.Wording;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Asked where a place is so near to an edge that the program cannot say on which side: the person may know, or not. */
@Controller
class EdgeController {

    private final Drafts drafts;
    private final Journey journey;
    private final FindPlace findPlace;

    EdgeController(Drafts drafts, Journey journey, FindPlace findPlace) {
        this.drafts = drafts;
        this.journey = journey;
        this.findPlace = findPlace;
    }

    record EdgeForm(@Nullable String area) {}

    @GetMapping({"/signaler/lieu/limite", "/ecrire/lieu/limite"})
    String ask(Draft draft, Wording wording, HttpServletRequest request, Model model) {
        var candidates = candidates(draft);
        if (candidates.isEmpty()) {
            return journey.next(draft, Step.EDGE, Journey.isChanging(request));
        }
        model.addAttribute("form", new EdgeForm(null));
        model.addAttribute("step", StepPage.of(draft, Step.EDGE, journey, Journey.isChanging(request)));
        model.addAttribute(
                "options",
                Stream.concat(
                                candidates.stream().map(area -> Option.of(area.code(), area.name())),
                                Stream.of(Option.of("", wording.text("intake.edge.unknown"))))
                        .toList());
        return "intake/edge";
    }

    /** Nobody is held up: not knowing is an answer, and the likeliest area is kept until the service finds out. */
    @PostMapping({"/signaler/lieu/limite", "/ecrire/lieu/limite"})
    String answer(Draft draft, EdgeForm form, HttpServletRequest request) {
        var place = draft.answers().place();
        var candidates = candidates(draft);
        if (place == null || candidates.isEmpty()) {
            return journey.next(draft, Step.EDGE, Journey.isChanging(request));
        }
        var area = candidates.stream()
                .filter(candidate -> candidate.code().equals(form.area()))
                .findFirst()
                .orElse(candidates.getFirst());
        var changed = draft.with(draft.answers().withPlace(place.in(area)));
        drafts.save(changed);
        return journey.next(changed, Step.EDGE, Journey.isChanging(request));
    }

    private List<Area> candidates(Draft draft) {
        var place = draft.answers().place();
        return place == null ? List.of() : findPlace.candidates(place);
    }
}
