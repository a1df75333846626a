package fr.traboule.city;

import fr.traboule.web.NotFound;
import java.time.Duration;
import java.util.Optional;
import org.apache.tika.Tika;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The city's logo. */
@RestController
class LogoController {

    static final String ADDRESS = "/theme/logo";
    private final CityTheme theme;

    LogoController(CityTheme theme) {
        this.theme = theme;
    }

    /** Of a picture that may serve as a logo; empty for anything else. */
    static Optional<MediaType> mediaType(byte[] logo) {
        return switch (new Tika().detect(logo)) {
            case "image/png" -> Optional.of(MediaType.IMAGE_PNG);
            case "image/svg+xml" -> Optional.of(new MediaType("image", "svg+xml"));
            default -> Optional.empty();
        };
    }

    @GetMapping(ADDRESS)
    ResponseEntity<byte[]> logo() {
        var logo = theme.logo().orElseThrow(NotFound::new);
        return ResponseEntity.ok()
                .contentType(mediaType(logo).orElseThrow(NotFound::new))
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                .body(logo);
    }
}
