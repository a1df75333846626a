package fr.traboule.ground.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.header.HeaderWriter;

/**
 * What a page may load: no inline style, nothing from elsewhere, in nobody's frame, and no script but on the pages that ask a
 * browser for a passkey, which only a script can.
 */
class ContentSecurityPolicy implements HeaderWriter {

    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self';"
            + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    private static final Pattern ASKS_FOR_PASSKEYS =
            Pattern.compile("/connexion/cle|/connexion/second-facteur/cle|/agents/compte/second-facteur/(preuve/)?cle");

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", hasScript(request) ? POLICY + "; script-src 'self'" : POLICY);
    }

    private static boolean hasScript(HttpServletRequest request) {
        return request.getMethod().equals(HttpMethod.POST.name())
                && ASKS_FOR_PASSKEYS.matcher(request.getRequestURI()).matches();
    }
}
