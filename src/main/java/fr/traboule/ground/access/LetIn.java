package fr.traboule.ground.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** Opens the desk to an account that has shown all it must. */
@Component
class LetIn {

    private final SecurityContextRepository contexts;
    private final SignedIn signedIn;

    LetIn(SecurityContextRepository contexts, SignedIn signedIn) {
        this.contexts = contexts;
        this.signedIn = signedIn;
    }

    /** Lets them in, and sends them where they wanted to go. */
    void complete(Account account, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        signedIn.onAuthenticationSuccess(request, response, letIn(account, request, response));
    }

    /** The session's secret is another from here on. */
    Authentication letIn(Account account, HttpServletRequest request, HttpServletResponse response) {
        request.getSession();
        request.changeSessionId();
        var context = SecurityContextHolder.createEmptyContext();
        var authentication = UsernamePasswordAuthenticationToken.authenticated(account.staffMember(), null, List.of());
        context.setAuthentication(authentication);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        return authentication;
    }
}
