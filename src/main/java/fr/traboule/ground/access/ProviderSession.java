package fr.traboule.ground.access;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.Optional;

/**
 * What signing out of the identity provider needs. It stands in the session of whoever signed in by the provider and goes
 * with it, whichever way it ends: no browser, no log and no other table ever has it. The token opens nothing any more; it
 * tells the provider which of its sessions is meant.
 *
 * @param address the provider's « end_session_endpoint »
 */
record ProviderSession(String address, String idToken) implements Serializable {

    private static final String NAME = "provider-session";

    void keep(HttpServletRequest request) {
        request.getSession().setAttribute(NAME, this);
    }

    /** The session is about to end: until the answer is made, the request has it. */
    static void outlive(HttpServletRequest request) {
        Optional.ofNullable(request.getSession(false))
                .map(session -> session.getAttribute(NAME))
                .ifPresent(kept -> request.setAttribute(NAME, kept));
    }

    /** Of the session that this request ended. */
    static Optional<ProviderSession> ended(HttpServletRequest request) {
        return request.getAttribute(NAME) instanceof ProviderSession found ? Optional.of(found) : Optional.empty();
    }
}
