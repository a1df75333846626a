package fr.traboule.ground.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.f4b6a3.uuid.UuidCreator;
import fr.traboule.ground.database.SecretKey;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.web.server.Cookie.SameSite;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * A browser in which somebody has signed in before: their attempts there are counted apart (OWASP's « device cookies »), so
 * that whoever guesses at their password elsewhere, from however many places, cannot keep them out.
 */
@Component
class KnownDevice {

    private static final String COOKIE = "appareil";
    private static final Duration KEPT = Duration.ofDays(365);

    private final SecretKey key;

    KnownDevice(SecretKey key) {
        this.key = key;
    }

    /** The name of this browser, if it is one of that address. */
    Optional<String> of(HttpServletRequest request, String email) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .filter(value -> isGood(value, email))
                .findFirst();
    }

    void remember(HttpServletRequest request, HttpServletResponse response, String email) {
        var device = of(request, email).orElseGet(() -> {
            var name = UuidCreator.getRandomBasedFast().toString();
            return name + "." + seal(name, email);
        });
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, device)
                        .path("/connexion")
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite(SameSite.LAX.attributeValue())
                        .maxAge(KEPT)
                        .build()
                        .toString());
    }

    private boolean isGood(String value, String email) {
        var dot = value.indexOf('.');
        return dot > 0
                && MessageDigest.isEqual(
                        value.substring(dot + 1).getBytes(UTF_8),
                        seal(value.substring(0, dot), email).getBytes(UTF_8));
    }

    private String seal(String name, String email) {
        return HexFormat.of().formatHex(key.hash("device", name + " " + email.toLowerCase(Locale.ROOT)));
    }
}
