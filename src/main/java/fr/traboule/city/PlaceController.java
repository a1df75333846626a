package fr.traboule.city;

import fr.traboule.calendar.CityTime;
import fr.traboule.calendar.OpenStatus;
import fr.traboule.web.NotFound;
import fr.traboule.web.Option;
import fr.traboule.web.Wording;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** The places where somebody can be met, and the telephone lines where somebody answers. */
@Controller
class PlaceController {

    private final JdbcPlaces places;
    private final OpeningNow opening;
    private final Territory territory;
    private final Clock clock;

    PlaceController(JdbcPlaces places, OpeningNow opening, Territory territory, Clock clock) {
        this.places = places;
        this.opening = opening;
        this.territory = territory;
        this.clock = clock;
    }

    /** What is looked for; each may be left open. */
    record PlacesForm(
            @Nullable String kind,
            @Nullable String area,
            @Nullable String open) {

        boolean asksFor(Place place) {
            return kind == null || kind.isEmpty() || place.kind().code().equals(kind);
        }

        boolean asksForIn(List<Area> around) {
            return area == null
                    || area.isEmpty()
                    || around.stream().anyMatch(known -> known.code().equals(area));
        }

        boolean asksForNow(OpenStatus status) {
            return open == null || status instanceof OpenStatus.OpenNow;
        }
    }

    record LineView(PhoneLine line, OpenStatus status) {}

    @GetMapping("/lieux")
    String list(@ModelAttribute("form") PlacesForm form, Wording wording, Model model) {
        model.addAttribute("kinds", kinds(wording));
        model.addAttribute("areas", areas(wording));
        model.addAttribute(
                "places",
                places.all().stream()
                        .filter(form::asksFor)
                        .filter(place -> form.asksForIn(around(place)))
                        .map(this::view)
                        .filter(view -> form.asksForNow(view.status()))
                        .toList());
        model.addAttribute("lines", lines());
        return "city/places";
    }

    @GetMapping("/lieux/{slug}")
    String show(@PathVariable String slug, Model model) {
        model.addAttribute("view", places.bySlug(slug).map(this::view).orElseThrow(NotFound::new));
        return "city/place";
    }

    private List<LineView> lines() {
        return places.phoneLines().stream()
                .map(line -> new LineView(line, opening.status(line.hours(), List.of())))
                .toList();
    }

    private PlaceView view(Place place) {
        var today = CityTime.day(clock.instant());
        return new PlaceView(
                place,
                around(place).stream()
                        .filter(area -> area.level() != Area.Level.QUARTIER)
                        .findFirst(),
                opening.status(place.hours(), place.closures()),
                opening.week(place.hours(), place.closures()),
                place.closures().stream()
                        .filter(closure -> !closure.to().isBefore(today))
                        .toList());
    }

    /** The areas that contain it, from the smallest to the largest. */
    private List<Area> around(Place place) {
        return place.area().map(territory::upFrom).orElse(List.of());
    }

    private static List<Option> kinds(Wording wording) {
        return Stream.concat(
                        Stream.of(Option.of("", wording.text("city.places.kind.all"))),
                        Arrays.stream(PlaceKind.values()).map(kind -> Option.of(kind.code(), wording.text(kind))))
                .toList();
    }

    private List<Option> areas(Wording wording) {
        return Stream.concat(
                        Stream.of(Option.of("", wording.text("city.places.area.all"))),
                        territory.parts().stream().map(area -> Option.of(area.code(), area.name())))
                .toList();
    }
}
