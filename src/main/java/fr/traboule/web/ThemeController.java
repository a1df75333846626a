package fr.traboule.web;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The city's colours, as a small style sheet that sets them for the large one. */
@RestController
class ThemeController {

    private static final CacheControl FOR_LONG =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic();

    private final Theme.Source theme;

    ThemeController(Theme.Source theme) {
        this.theme = theme;
    }

    /** Changes when the colours do. */
    static String address(Theme theme) {
        return "/theme.css?v=" + theme.brand().hex().substring(1)
                + theme.link().hex().substring(1);
    }

    @GetMapping("/theme.css")
    ResponseEntity<String> colours() {
        var colours = theme.current();
        return ResponseEntity.ok()
                .cacheControl(FOR_LONG)
                .contentType(new MediaType("text", "css"))
                .body(":root{--city-brand:%s;--city-link:%s}"
                        .formatted(colours.brand().hex(), colours.link().hex()));
    }
}
