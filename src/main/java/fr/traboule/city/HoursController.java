package fr.traboule.city;

import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.web.AdministrationLink;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The hours that somebody of the city has to check. */
@Controller
class HoursController {

    private static final String ADDRESS = "/administration/horaires";

    private final JdbcPlaces places;
    private final VerifyHours verifyHours;
    private final Permissions permissions;

    HoursController(JdbcPlaces places, VerifyHours verifyHours, Permissions permissions) {
        this.places = places;
        this.verifyHours = verifyHours;
        this.permissions = permissions;
    }

    @Bean
    static AdministrationLink hoursLink() {
        return new AdministrationLink(ADDRESS, "city.hours.title", "city.hours.summary", CityPermission.VERIFY_HOURS);
    }

    @GetMapping(ADDRESS)
    String list(Actor actor, @RequestParam(name = "fait", required = false) @Nullable String done, Model model) {
        permissions.require(actor, CityPermission.VERIFY_HOURS);
        model.addAttribute(
                "places",
                places.all().stream().filter(place -> place.hours().isPresent()).toList());
        model.addAttribute(
                "lines",
                places.phoneLines().stream()
                        .filter(line -> line.hours().isPresent())
                        .toList());
        model.addAttribute("done", done);
        return "city/hours";
    }

    @PostMapping(value = ADDRESS, params = "place")
    String verifyPlace(Actor actor, @RequestParam String place, @RequestParam String hours) {
        return page(verifyHours.verifyPlace(actor, place, hours));
    }

    @PostMapping(value = ADDRESS, params = "line")
    String verifyPhoneLine(Actor actor, @RequestParam String line, @RequestParam String hours) {
        return page(verifyHours.verifyPhoneLine(actor, line, hours));
    }

    private static String page(VerifyHours.Outcome outcome) {
        return switch (outcome) {
            case VerifyHours.Verified verified -> "redirect:" + ADDRESS + "?fait=oui";
            case VerifyHours.ChangedMeanwhile changed -> "redirect:" + ADDRESS + "?fait=non";
        };
    }
}
