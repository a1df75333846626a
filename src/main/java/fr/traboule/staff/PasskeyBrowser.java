package fr.traboule.staff;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** Ties a sign-in by passkey to the browser that began it, which has no session yet. */
@Component
class PasskeyBrowser {

    private static final String COOKIE = "cle";
    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final int BYTES = 16;

    private final SecureRandom random = new SecureRandom();

    String begin(HttpServletRequest request, HttpServletResponse response) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var name = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var cookie = ResponseCookie.from(COOKIE, name)
                .path(SignInByPasskeyController.ADDRESS)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict")
                .maxAge(KEPT)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        return name;
    }

    /** Empty, which no challenge was made for, where it began nothing. */
    String of(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .findFirst()
                .orElse("");
    }
}
