package fr.traboule.ground.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/**
 * Signing in by the city's identity provider: authorization code, state, nonce and, where the provider takes it, PKCE, all
 * by Spring Security; here is whose account it opens. A second factor is the provider's affair then.
 */
@Component
@ConditionalOnProperty("traboule.oidc.issuer")
class OidcSignIn {

    static final String BEGIN = "/connexion/fournisseur";

    private static final Logger log = LoggerFactory.getLogger(OidcSignIn.class);
    /** Whoever makes an address of return writes the error into it: words have no place in a log. */
    private static final Pattern CODE = Pattern.compile("[a-z_]{1,60}");

    private final IdentityProvider provider;
    private final ClientRegistrationRepository providers;
    private final ProvidedClaims claims;
    private final Identities identities;
    private final LetIn letIn;

    OidcSignIn(
            IdentityProvider provider,
            ClientRegistrationRepository providers,
            ProvidedClaims claims,
            Identities identities,
            LetIn letIn) {
        this.provider = provider;
        this.providers = providers;
        this.claims = claims;
        this.identities = identities;
        this.letIn = letIn;
    }

    void addTo(HttpSecurity http) {
        var requests = new DefaultOAuth2AuthorizationRequestResolver(providers, BEGIN);
        requests.setAuthorizationRequestCustomizer(request ->
                request.additionalParameters(more -> more.putAll(provider.kind().parameters())));
        http.oauth2Login(login -> login.loginPage("/connexion")
                .clientRegistrationRepository(providers)
                .authorizedClientRepository(new ForgottenTokens())
                .authorizationEndpoint(begin -> begin.authorizationRequestResolver(requests))
                .redirectionEndpoint(back -> back.baseUri(OidcConfiguration.BACK + "*"))
                .userInfoEndpoint(who -> who.oidcUserService(claims))
                .successHandler(this::enter)
                .failureHandler(OidcSignIn::refuse));
    }

    private void enter(HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException, ServletException {
        var account = identities.accountOf(
                Identities.Shown.of((OidcUser) Objects.requireNonNull(authentication.getPrincipal())));
        if (account.isPresent()) {
            rememberTheWayOut(request, authentication);
            letIn.complete(account.get(), request, response);
            return;
        }
        SecurityContextHolder.clearContext();
        request.getSession().invalidate();
        response.sendRedirect("/connexion?inconnu");
    }

    /** A provider that says nowhere where people sign out is left signed in. */
    private void rememberTheWayOut(HttpServletRequest request, Authentication authentication) {
        var token = ((OidcUser) Objects.requireNonNull(authentication.getPrincipal()))
                .getIdToken()
                .getTokenValue();
        signOutAddress().ifPresent(address -> new ProviderSession(address, token).keep(request));
    }

    private Optional<String> signOutAddress() {
        var said = Objects.requireNonNull(providers.findByRegistrationId(OidcConfiguration.REGISTRATION))
                .getProviderDetails()
                .getConfigurationMetadata()
                .get("end_session_endpoint");
        return provider.signOut().isBlank()
                ? Optional.ofNullable(said).map(String::valueOf)
                : Optional.of(provider.signOut());
    }

    private static String code(AuthenticationException failure) {
        return Optional.of(failure)
                .filter(OAuth2AuthenticationException.class::isInstance)
                .map(refused ->
                        ((OAuth2AuthenticationException) refused).getError().getErrorCode())
                .filter(CODE.asMatchPredicate())
                .orElseGet(() -> failure.getClass().getSimpleName());
    }

    /** Of the failure, only its code is kept: its text may quote a token. */
    private static void refuse(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        log.atWarn().addKeyValue("error", code(failure)).log("Sign-in by the identity provider refused");
        response.sendRedirect("/connexion?echec");
    }
}
