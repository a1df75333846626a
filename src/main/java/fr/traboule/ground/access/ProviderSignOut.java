package fr.traboule.ground.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Signing out: here for everybody; of the identity provider too for whoever signed in by it (OpenID Connect RP-Initiated
 * Logout). The browser goes there from a page, not by the answer to the form: policies let forms lead to this site only.
 */
@Component
public class ProviderSignOut implements LogoutHandler, LogoutSuccessHandler {

    static final String BACK = "/deconnexion/retour";

    private static final String PAGE = "/deconnexion/fournisseur";
    private static final String COOKIE = "sortie";
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int STATE_BYTES = 24;

    private final String back;
    private final SecureRandom random = new SecureRandom();

    ProviderSignOut(@Value("${traboule.base-url}") String baseUrl) {
        back = baseUrl + BACK;
    }

    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        ProviderSession.outlive(request);
    }

    @Override
    public void onLogoutSuccess(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication)
            throws IOException, ServletException {
        if (ProviderSession.ended(request).isPresent()) {
            request.getRequestDispatcher(PAGE).forward(request, response);
        } else {
            response.sendRedirect("/");
        }
    }

    /** Where the browser goes next, if the session that just ended was begun by the provider. */
    public Optional<String> leave(HttpServletRequest request, HttpServletResponse response) {
        return ProviderSession.ended(request).map(session -> address(session, newState(request, response)));
    }

    /** Whether the provider sends back who was sent there from here. */
    public boolean isBack(HttpServletRequest request, String state) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .anyMatch(expected -> MessageDigest.isEqual(expected.getBytes(UTF_8), state.getBytes(UTF_8)));
    }

    private String address(ProviderSession session, String state) {
        return UriComponentsBuilder.fromUriString(session.address())
                .queryParam("id_token_hint", "{token}")
                .queryParam("post_logout_redirect_uri", "{back}")
                .queryParam("state", "{state}")
                .encode()
                .buildAndExpand(session.idToken(), back, state)
                .toUriString();
    }

    private String newState(HttpServletRequest request, HttpServletResponse response) {
        var bytes = new byte[STATE_BYTES];
        random.nextBytes(bytes);
        var state = PasskeyAnswer.text(bytes);
        var cookie = ResponseCookie.from(COOKIE, state)
                .path(BACK)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(LONGEST)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        return state;
    }
}
