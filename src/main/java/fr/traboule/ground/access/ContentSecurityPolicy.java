package fr.traboule.ground.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.header.HeaderWriter;

/**
 * What a page may load: no inline style, nothing from elsewhere, in nobody's frame, and no script but on the pages that ask a
 * browser for a passkey, which only a script can, on the screen of the desk that saves what is typed by itself, and on the page of field agents.
 */
class ContentSecurityPolicy implements HeaderWriter {

    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self';"
            + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    /** The desk's one screen saves drafts by itself; nothing else of it needs a script. */
    private static final String SAVES_DRAFTS = "/agents/nouvelle";

    /** The page of field agents keeps what they file while there is no network; its worker fetches what it shows then. */
    private static final Pattern OF_FIELD_AGENTS =
            Pattern.compile("/agents/terrain(/hors-ligne|/a-faire)?|/terrain/hors-ligne\\.js");

    private static final Pattern ASKS_FOR_PASSKEYS =
            Pattern.compile("/connexion/cle|/connexion/second-facteur/cle|/agents/compte/second-facteur/(preuve/)?cle");

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", POLICY + script(request));
    }

    private static String script(HttpServletRequest request) {
        if (request.getRequestURI().equals(SAVES_DRAFTS)
                || OF_FIELD_AGENTS.matcher(request.getRequestURI()).matches()) {
            return "; script-src 'self'; connect-src 'self'";
        }
        return hasScript(request) ? "; script-src 'self'" : "";
    }

    private static boolean hasScript(HttpServletRequest request) {
        return request.getMethod().equals(HttpMethod.POST.name())
                && ASKS_FOR_PASSKEYS.matcher(request.getRequestURI()).matches();
    }
}
