package fr.traboule.ground.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.stereotype.Component;

/** What happens once somebody is in, or half in: their session gets its limits, their browser is known, and they go on. */
@Component
class SignedIn extends SavedRequestAwareAuthenticationSuccessHandler {

    static final String SECOND_STEP = "/connexion/code";

    private static final Logger log = LoggerFactory.getLogger(SignedIn.class);
    private static final int LONGEST_BROWSER = 300;

    private final Accounts accounts;
    private final AccessRuleBook rules;
    private final KnownDevice knownDevice;

    SignedIn(Accounts accounts, AccessRuleBook rules, KnownDevice knownDevice, RequestCache pagesToComeBackTo) {
        this.accounts = accounts;
        this.rules = rules;
        this.knownDevice = knownDevice;
        setRequestCache(pagesToComeBackTo);
        setDefaultTargetUrl("/agents");
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException, ServletException {
        var session = request.getSession();
        session.setMaxInactiveInterval((int) rules.current().idle().toSeconds());
        session.setAttribute(Sessions.BROWSER, browser(request));
        if (!(authentication.getPrincipal() instanceof StaffMember staff)) {
            response.sendRedirect(SECOND_STEP);
            return;
        }
        accounts.byId(staff.id()).ifPresent(account -> knownDevice.remember(request, response, account.email()));
        log.atInfo().addKeyValue("account", staff.id().value()).log("Signed in");
        super.onAuthenticationSuccess(request, response, authentication);
    }

    private static String browser(HttpServletRequest request) {
        var name =
                Optional.ofNullable(request.getHeader(HttpHeaders.USER_AGENT)).orElse("");
        return name.substring(0, Math.min(name.length(), LONGEST_BROWSER));
    }
}
