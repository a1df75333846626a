package fr.traboule.intake;

import fr.traboule.city.Area;
import fr.traboule.city.CityMap;
import fr.traboule.city.FindPlace;
import fr.traboule.city.MapFrame;
import fr.traboule.city.Territory;
import fr.traboule.city.Whereabouts;
import fr.traboule.web.NotFound;
import fr.traboule.web.Wording;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Where it is, on a map that needs no script: the picture is a button that tells where it was clicked. A click goes into the
 * area under it, and in the smallest ones gives the point. The list beside it does all that the map does.
 */
@Controller
class MapController {

    private static final String OUTSIDE = "dehors=1";

    private final Drafts drafts;
    private final Journey journey;
    private final FindPlace findPlace;
    private final CityMap map;
    private final Territory territory;

    MapController(Drafts drafts, Journey journey, FindPlace findPlace, CityMap map, Territory territory) {
        this.drafts = drafts;
        this.journey = journey;
        this.findPlace = findPlace;
        this.map = map;
        this.territory = territory;
    }

    @GetMapping({"/signaler/carte", "/ecrire/carte"})
    String show(
            Draft draft,
            @RequestParam(name = "zone", required = false) @Nullable String zone,
            @RequestParam(name = "dehors", required = false) @Nullable String outside,
            Model model) {
        var area = Optional.ofNullable(zone).map(code -> territory.area(code).orElseThrow(NotFound::new));
        if (map.frame(area.map(Area::code)).isEmpty()) {
            throw new NotFound();
        }
        model.addAttribute("draft", draft);
        model.addAttribute("area", area);
        model.addAttribute("outside", outside != null);
        model.addAttribute("inside", map.inside(area.map(Area::code)));
        return "intake/map";
    }

    /** A click, in pixels of the picture; the smallest areas have nothing inside to go into. */
    @PostMapping(
            value = {"/signaler/carte", "/ecrire/carte"},
            params = "carte.x")
    String click(
            Draft draft,
            @RequestParam(name = "zone", required = false) @Nullable String zone,
            @RequestParam("carte.x") int x,
            @RequestParam("carte.y") int y,
            Wording wording) {
        var area = Optional.ofNullable(zone);
        var point = map.frame(area).orElseThrow(NotFound::new).pointAt(clamp(x), clamp(y));
        var there = territory.locate(point).areas();
        var inside = map.inside(area);
        if (inside.isEmpty() && !there.isEmpty()) {
            var name = there.getLast().name();
            return keep(draft, findPlace.at(point, wording.text("intake.map.point", name)));
        }
        return there.stream()
                .filter(inside::contains)
                .findFirst()
                .map(into -> "redirect:/%s/carte?zone=%s".formatted(draft.door().path(), into.code()))
                .orElseGet(() -> "redirect:/%s/carte?%s%s"
                        .formatted(
                                draft.door().path(),
                                area.map(code -> "zone=" + code + "&").orElse(""),
                                OUTSIDE));
    }

    /** Somewhere in that area is enough. */
    @PostMapping(
            value = {"/signaler/carte", "/ecrire/carte"},
            params = "!carte.x")
    String choose(Draft draft, @RequestParam(name = "zone") String zone) {
        var area = territory.area(zone).orElseThrow(NotFound::new);
        return keep(draft, new Whereabouts(area.name(), Optional.empty(), Optional.of(area.code())));
    }

    private String keep(Draft draft, Whereabouts place) {
        var changed = draft.with(draft.answers().withPlace(place));
        drafts.save(changed);
        return journey.next(changed, Step.PLACE, false);
    }

    private static int clamp(int pixel) {
        return Math.clamp(pixel, 0, MapFrame.SIZE);
    }
}
