package fr.traboule.tracking;

import fr.traboule.requests.Receipt;
import fr.traboule.requests.RequestNumber;
import fr.traboule.requests.TrackingSecret;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * What lets a browser follow one request until it is closed: number and secret in a cookie that scripts cannot read and that
 * is sent to the tracking pages only. The secret stays out of addresses, that histories keep.
 */
public final class TrackingAccess {

    private static final String COOKIE = "suivi";
    private static final String PATH = "/suivi";
    private static final String BETWEEN = ".";

    private TrackingAccess() {}

    public static ResponseCookie cookie(Receipt receipt, HttpServletRequest request) {
        return ResponseCookie.from(
                        COOKIE,
                        receipt.number().signs() + BETWEEN + receipt.secret().signs())
                .path(PATH)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build();
    }

    static ResponseCookie forget() {
        return ResponseCookie.from(COOKIE, "")
                .path(PATH)
                .maxAge(0)
                .httpOnly(true)
                .build();
    }

    /** What this browser holds of that request. */
    static Optional<Receipt> held(HttpServletRequest request, RequestNumber number) {
        return Optional.ofNullable(WebUtils.getCookie(request, COOKIE))
                .map(Cookie::getValue)
                .filter(value -> value.startsWith(number.signs() + BETWEEN))
                .flatMap(value -> TrackingSecret.of(value.substring(RequestNumber.LENGTH + BETWEEN.length())))
                .map(secret -> new Receipt(number, secret));
    }
}
