package fr.traboule.tracking;

import fr.traboule.requests.Receipt;
import fr.traboule.requests.RequestNumber;
import fr.traboule.requests.TrackingSecret;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * What lets a browser follow the last few requests until it is closed: numbers and secrets in a cookie that scripts cannot read
 * and that is sent to the tracking pages only. The secrets stay out of addresses, that histories keep.
 */
public final class TrackingAccess {

    private static final String COOKIE = "suivi";
    private static final String PATH = "/suivi";
    private static final String BETWEEN = ".";
    private static final String AND = "_";

    /** A request, the complaint about it, and another one. */
    private static final int MOST = 4;

    private TrackingAccess() {}

    public static ResponseCookie cookie(Receipt receipt, HttpServletRequest request) {
        var added = receipt.number().signs() + BETWEEN + receipt.secret().signs();
        var all = Stream.concat(Stream.of(added), values(request).filter(value -> !value.equals(added)));
        return ResponseCookie.from(COOKIE, all.limit(MOST).collect(Collectors.joining(AND)))
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
        return values(request)
                .filter(value -> value.startsWith(number.signs() + BETWEEN))
                .flatMap(value -> TrackingSecret.of(value.substring(RequestNumber.LENGTH + BETWEEN.length())).stream())
                .map(secret -> new Receipt(number, secret))
                .findFirst();
    }

    private static Stream<String> values(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, COOKIE)).map(Cookie::getValue).stream()
                .flatMap(all -> Arrays.stream(all.split(AND)));
    }
}
