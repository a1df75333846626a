package fr.traboule.intake;

import fr.traboule.city.AreaOptions;
import fr.traboule.city.CityMap;
import fr.traboule.city.FindPlace;
import fr.traboule.city.Whereabouts;
import fr.traboule.web.Option;
import fr.traboule.web.Wording;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** Where it is: an address, any words, a quarter. It may be left out. */
@Controller
class PlaceController {

    private final Drafts drafts;
    private final Journey journey;
    private final FindPlace findPlace;
    private final AreaOptions areaOptions;
    private final CityMap map;

    PlaceController(Drafts drafts, Journey journey, FindPlace findPlace, AreaOptions areaOptions, CityMap map) {
        this.drafts = drafts;
        this.journey = journey;
        this.findPlace = findPlace;
        this.areaOptions = areaOptions;
        this.map = map;
    }

    @GetMapping({"/signaler/lieu", "/ecrire/lieu"})
    String ask(Draft draft, Wording wording, HttpServletRequest request, Model model) {
        var place = draft.answers().place();
        model.addAttribute("form", place == null ? PlaceForm.BLANK : PlaceForm.of(place));
        return page(draft, List.of(), wording, request, model);
    }

    /** To the map, with what was typed kept. */
    @PostMapping(
            value = {"/signaler/lieu", "/ecrire/lieu"},
            params = "carte")
    String toMap(
            Draft draft,
            @Valid @ModelAttribute("form") PlaceForm form,
            BindingResult errors,
            Wording wording,
            HttpServletRequest request,
            Model model) {
        if (errors.hasErrors()) {
            return page(draft, List.of(), wording, request, model);
        }
        var known = draft.answers().place();
        if (known == null || !form.isStill(known)) {
            drafts.save(draft.with(
                    draft.answers().withPlace(findPlace.asSaid(form.said()).orElse(null))));
        }
        return "redirect:/%s/carte".formatted(draft.door().path());
    }

    @PostMapping(
            value = {"/signaler/lieu", "/ecrire/lieu"},
            params = "!carte")
    String answer(
            Draft draft,
            @Valid @ModelAttribute("form") PlaceForm form,
            BindingResult errors,
            Wording wording,
            HttpServletRequest request,
            Model model) {
        if (errors.hasErrors()) {
            return page(draft, List.of(), wording, request, model);
        }
        var known = draft.answers().place();
        if (known != null && form.isStill(known)) {
            return keep(draft, known, request);
        }
        return switch (findPlace.find(form.said())) {
            case FindPlace.Nowhere nowhere -> keep(draft, null, request);
            case FindPlace.Found found -> keep(draft, found.place(), request);
            case FindPlace.WhichOne which -> {
                if (form.wasAsked()) {
                    errors.rejectValue("choice", "intake.place.missing");
                }
                yield page(draft, choices(which, wording), wording, request, model);
            }
        };
    }

    private String keep(Draft draft, @Nullable Whereabouts place, HttpServletRequest request) {
        var changed = draft.with(draft.answers().withPlace(place));
        drafts.save(changed);
        return journey.next(changed, Step.PLACE, Journey.isChanging(request));
    }

    private String page(Draft draft, List<Option> choices, Wording wording, HttpServletRequest request, Model model) {
        model.addAttribute("step", StepPage.of(draft, Step.PLACE, journey, Journey.isChanging(request)));
        model.addAttribute("choices", choices);
        model.addAttribute("areas", areaOptions.all(wording.text("intake.place.area.none")));
        model.addAttribute("mapped", map.frame(Optional.empty()).isPresent());
        return "intake/place";
    }

    private static List<Option> choices(FindPlace.WhichOne which, Wording wording) {
        var options = new ArrayList<Option>();
        which.addresses().forEach(found -> options.add(Option.of(found.id().toString(), found.label())));
        options.add(Option.of(FindPlace.AS_TYPED, wording.text("intake.place.asTyped")));
        return options;
    }
}
