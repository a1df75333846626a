package fr.traboule.intake;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** Finds the draft that a browser holds: one for each door, in a cookie that scripts cannot read. */
@Component
class DraftCookie {

    private static final String NAME = "brouillon";

    private final Drafts drafts;

    DraftCookie(Drafts drafts) {
        this.drafts = drafts;
    }

    /** Sent or not. */
    Optional<Draft> draft(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, NAME))
                .map(Cookie::getValue)
                .map(DraftToken::new)
                .flatMap(drafts::byToken)
                .filter(draft -> draft.door() == door(request));
    }

    /** The one being written, for the pages that come after the first. */
    Draft current(HttpServletRequest request) {
        return draft(request).filter(draft -> !draft.sent()).orElseThrow(() -> new DraftGone(door(request)));
    }

    static Door door(HttpServletRequest request) {
        return Door.of(request.getRequestURI().split("/")[1]).orElseThrow();
    }

    static ResponseCookie of(DraftToken token, Door door, HttpServletRequest request) {
        return cookie(token.value(), Drafts.KEPT, door, request);
    }

    static ResponseCookie gone(Door door, HttpServletRequest request) {
        return cookie("", Duration.ZERO, door, request);
    }

    private static ResponseCookie cookie(String value, Duration kept, Door door, HttpServletRequest request) {
        return ResponseCookie.from(NAME, value)
                .path("/" + door.path())
                .maxAge(kept)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build();
    }
}
