package fr.traboule.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Chooses the language of the pages, by a plain link. */
@Controller
class LanguageController {

    private static final Duration KEPT = Duration.ofDays(365);

    static String link(Language language, String path, @Nullable String query) {
        var back = query == null ? path : path + "?" + query;
        return "/langue/" + language.code() + "?vers=" + URLEncoder.encode(back, UTF_8);
    }

    @GetMapping("/langue/{code}")
    ResponseEntity<Void> choose(
            @PathVariable String code,
            @RequestParam(name = "vers", defaultValue = "/") String back,
            HttpServletRequest request) {
        var language = Language.of(code).orElseThrow(NotFound::new);
        var cookie = ResponseCookie.from(LanguageResolver.COOKIE, language.code())
                .path("/")
                .maxAge(KEPT)
                .sameSite("Lax")
                .httpOnly(true)
                .secure(request.isSecure())
                .build();
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.SET_COOKIE, cookie.toString())
                .location(URI.create(here(back)))
                .build();
    }

    /** Back to a page of ours only: an address elsewhere would make a trap of our link. */
    private static String here(String back) {
        try {
            var address = new URI(back);
            var ours = address.getScheme() == null
                    && address.getRawAuthority() == null
                    && back.startsWith("/")
                    && !back.startsWith("//")
                    && !back.contains("\\");
            return ours ? back : "/";
        } catch (URISyntaxException e) {
            return "/";
        }
    }
}
