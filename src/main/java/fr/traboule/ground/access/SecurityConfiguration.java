package fr.traboule.ground.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.context.DelegatingSecurityContextRepository;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/** What every answer carries for safety, and which addresses ask who you are. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    @Bean
    SecurityFilterChain pages(
            HttpSecurity http,
            SignIn signIn,
            SignedIn signedIn,
            SignInAttempt.Source attempts,
            RequestCache pagesToComeBackTo,
            SecurityContextRepository contexts,
            CurrentActor actor,
            Accounts accounts,
            AccessRuleBook rules,
            Clock clock,
            ProviderSignOut signOut,
            ObjectProvider<OidcSignIn> oidc)
            throws Exception {
        oidc.ifAvailable(provider -> provider.addTo(http));
        return http.authorizeHttpRequests(addresses -> addresses
                        .requestMatchers("/agents/**", "/administration/**")
                        .access((who, context) ->
                                new AuthorizationDecision(actor.staff().isPresent()))
                        .anyRequest()
                        .permitAll())
                .addFilterBefore(new StillStaff(actor, accounts, rules, clock), AnonymousAuthenticationFilter.class)
                .securityContext(context -> context.securityContextRepository(contexts))
                .authenticationProvider(signIn)
                .formLogin(form -> form.loginPage("/connexion")
                        .usernameParameter("email")
                        .passwordParameter("password")
                        .authenticationDetailsSource(attempts)
                        .successHandler(signedIn)
                        .failureHandler(new SignInRefused()))
                .logout(logout -> logout.logoutUrl("/deconnexion")
                        .addLogoutHandler(signOut)
                        .logoutSuccessHandler(signOut)
                        .deleteCookies("traboule"))
                .exceptionHandling(refused -> refused.accessDeniedHandler(SecurityConfiguration::refuse)
                        .defaultAuthenticationEntryPointFor(
                                (request, response, reason) -> response.sendError(HttpServletResponse.SC_UNAUTHORIZED),
                                SecurityConfiguration::sends)
                        .defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint("/connexion"), AnyRequestMatcher.INSTANCE))
                .requestCache(cache -> cache.requestCache(pagesToComeBackTo))
                .csrf(csrf -> csrf.csrfTokenRepository(tokens()))
                .headers(headers -> headers.addHeaderWriter(new ContentSecurityPolicy())
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(policy -> policy.policy("camera=(), microphone=(), payment=()")))
                .build();
    }

    /** Whoever sends a form and is signed out is told so, with what they wrote; whoever asks for a page is sent to sign in. */
    private static boolean sends(HttpServletRequest request) {
        return !request.getMethod().equals(HttpMethod.GET.name());
    }

    /** After signing in: a page can be asked for again, a form cannot. */
    @Bean
    static RequestCache pagesToComeBackTo() {
        var cache = new CookieRequestCache();
        cache.setRequestMatcher(request -> !sends(request));
        return cache;
    }

    @Bean
    static SecurityContextRepository contexts() {
        return new DelegatingSecurityContextRepository(
                new RequestAttributeSecurityContextRepository(), new HttpSessionSecurityContextRepository());
    }

    /** Lives as long as a draft: a form that was left open is not refused because the browser was closed. */
    private static CookieCsrfTokenRepository tokens() {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieCustomizer(cookie -> cookie.maxAge(Duration.ofDays(14)).sameSite("Lax"));
        return tokens;
    }

    /** What is no text is no form of ours. */
    @Bean
    static HttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(value -> value == null || TypedText.isText(value));
        return firewall;
    }

    /** The page of failures must know why: a form that has expired is not a right that is missing. */
    private static void refuse(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException {
        if (isHalfIn() && !(reason instanceof CsrfException)) {
            askForTheRest(request, response);
            return;
        }
        request.setAttribute(WebAttributes.ACCESS_DENIED_403, reason);
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }

    private static boolean isHalfIn() {
        var who = SecurityContextHolder.getContext().getAuthentication();
        return who != null && who.getPrincipal() instanceof PendingStaff;
    }

    private static void askForTheRest(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (sends(request)) {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            response.sendRedirect(SignedIn.SECOND_STEP);
        }
    }

    /** Health for whoever asks, without details; figures for the machine that has the token, if there is one. */
    @Bean
    @Order(1)
    SecurityFilterChain machines(HttpSecurity http, @Value("${traboule.metrics-token:}") String token)
            throws Exception {
        return http.securityMatcher("/actuator/**")
                .authorizeHttpRequests(addresses -> addresses
                        .requestMatchers("/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/actuator/prometheus")
                        .access((who, context) -> new AuthorizationDecision(hasToken(context.getRequest(), token)))
                        .anyRequest()
                        .denyAll())
                .csrf(CsrfConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED)))
                .build();
    }

    private static boolean hasToken(HttpServletRequest request, String token) {
        var shown = Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .orElse("");
        return !token.isEmpty() && MessageDigest.isEqual(shown.getBytes(UTF_8), ("Bearer " + token).getBytes(UTF_8));
    }

    /** Argon2id with the first of the settings that OWASP advises; older hashes stay readable when this changes. */
    @Bean
    PasswordEncoder passwordEncoder() {
        return new DelegatingPasswordEncoder(
                "argon2id", Map.of("argon2id", new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2)));
    }
}
