package fr.traboule.city;

import fr.traboule.web.NotFound;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The city's map as a picture. */
@RestController
class CityMapController {

    private static final MediaType SVG = new MediaType("image", "svg+xml");

    private final CityMap map;
    private final TemplateEngine templates;

    CityMapController(CityMap map, TemplateEngine templates) {
        this.map = map;
        this.templates = templates;
    }

    @GetMapping("/carte.svg")
    ResponseEntity<String> picture(
            @RequestParam(name = "zone", required = false) @Nullable String zone,
            @RequestParam(name = "point", required = false) @Nullable String point) {
        var area = Optional.ofNullable(zone);
        var frame = map.frame(area).orElseThrow(NotFound::new);
        var svg = new StringOutput();
        templates.render(
                "city/map.jte",
                map.picture(frame, area, Optional.ofNullable(point).map(CityMapController::point)),
                svg);
        return ResponseEntity.ok()
                .contentType(SVG)
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                .body(svg.toString());
    }

    /** Longitude and latitude, with a comma between. */
    private static Point point(String typed) {
        try {
            var degrees = typed.split(",", 2);
            return new Point(Double.parseDouble(degrees[0]), Double.parseDouble(degrees[1]));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new NotFound();
        }
    }
}
