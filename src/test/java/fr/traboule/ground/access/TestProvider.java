package fr.traboule.ground.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A real OpenID Connect provider (Spring Authorization Server) on a port of its own, with one person, that can be made to
 * lie. It stands for providers that answer who somebody is in JSON, and for ProConnect, which answers in a signed token.
 */
final class TestProvider implements AutoCloseable {

    static final String CLIENT = "traboule";
    static final String SECRET = "a secret that is thirty-two bytes long or more";

    /** How it lies about the identity token. */
    enum Lie {
        NONE,
        SIGNED_BY_ANOTHER_KEY,
        NOT_SIGNED,
        SIGNED_WITH_THE_SHARED_SECRET,
        EXPIRED,
        FOR_ANOTHER_CLIENT,
        FROM_ANOTHER_ISSUER,
        WITH_ANOTHER_NONCE,
        WITHOUT_NONCE,
        CHANGED_AFTERWARDS
    }

    /** How it lies about the signed answer to who somebody is. */
    enum UserInfoLie {
        NONE,
        OF_SOMEBODY_ELSE,
        SIGNED_BY_ANOTHER_KEY,
        FOR_ANOTHER_CLIENT,
        NOT_A_TOKEN
    }

    private final String issuer;
    private final ConfigurableApplicationContext program;
    private final State state;
    private CookieManager cookies = new CookieManager();

    /** What the tests change between two sign-ins. */
    static final class State {
        volatile Lie lie = Lie.NONE;
        volatile UserInfoLie userInfoLie = UserInfoLie.NONE;
        volatile String email = "";
        /** Who comes: the provider knows them by this name for ever. */
        volatile String person = "somebody";

        volatile boolean emailVerified = true;
        final RSAKey key = newKey();
        final RSAKey otherKey = newKey();
        boolean signedUserInfo;
        /** Where the program is that sends people here. */
        volatile String client = "https://ville.example";

        private static RSAKey newKey() {
            try {
                return new RSAKeyGenerator(2048).keyID("the-key").generate();
            } catch (JOSEException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private TestProvider(String issuer, ConfigurableApplicationContext program, State state) {
        this.issuer = issuer;
        this.program = program;
        this.state = state;
    }

    static TestProvider start(boolean signedUserInfo) {
        var port = freePort();
        var issuer = "http://localhost:" + port;
        var state = new State();
        state.signedUserInfo = signedUserInfo;
        var program = new SpringApplicationBuilder(Server.class)
                .initializers(context -> {
                    context.getBeanFactory().registerSingleton("state", state);
                    context.getBeanFactory()
                            .registerSingleton(
                                    "settings",
                                    AuthorizationServerSettings.builder()
                                            .issuer(issuer)
                                            .build());
                })
                .properties(Map.of(
                        "server.port", port,
                        "traboule.data", "target/test-provider",
                        "spring.main.banner-mode", "off",
                        "spring.config.location", "optional:none/"))
                .run();
        return new TestProvider(issuer, program, state);
    }

    String issuer() {
        return issuer;
    }

    State state() {
        return state;
    }

    /** What somebody does at the provider: their password, and back with a code. Answers where the browser is sent. */
    URI visit(String address) {
        cookies = new CookieManager();
        try (var browser = browser()) {
            var asked = get(browser, URI.create(address));
            var login = get(browser, to(asked));
            var token = Pattern.compile("name=\"_csrf\" type=\"hidden\" value=\"([^\"]+)\"")
                    .matcher(login.body());
            if (!token.find()) {
                throw new AssertionError("No page to sign in: " + login.statusCode() + " " + login.body());
            }
            var form = "username=" + state.person + "&password=password&_csrf=" + token.group(1);
            var entered = browser.send(
                    HttpRequest.newBuilder(URI.create(issuer + "/login"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(form))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            return to(get(browser, to(entered)));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The last visitor comes to sign out. Answers where the browser is sent. */
    URI signOut(String address) {
        try (var browser = browser()) {
            return to(get(browser, URI.create(address)));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether the provider would let the last visitor in without a password. */
    boolean isSignedIn() {
        try (var browser = browser()) {
            return get(browser, URI.create(issuer + "/anything")).statusCode() != 302;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpClient browser() {
        return HttpClient.newBuilder()
                .cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    private static HttpResponse<String> get(HttpClient browser, URI address) throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(address).header("Accept", "text/html").build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private URI to(HttpResponse<String> answer) {
        return URI.create(issuer)
                .resolve(answer.headers()
                        .firstValue("Location")
                        .orElseThrow(() -> new AssertionError(answer.statusCode() + " " + answer.body())));
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        program.close();
    }

    @TestConfiguration(proxyBeanMethods = false)
    @EnableWebSecurity
    @ImportAutoConfiguration({
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class
    })
    static class Server {

        @Bean
        SecurityFilterChain pages(HttpSecurity http, State state, AuthorizationServerSettings settings) {
            return http.oauth2AuthorizationServer(server -> server.oidc(oidc -> oidc.providerConfigurationEndpoint(
                            about -> about.providerConfigurationCustomizer(provider -> {
                                if (state.signedUserInfo) {
                                    provider.userInfoEndpoint(settings.getIssuer() + "/signed-userinfo");
                                }
                            }))))
                    .addFilterBefore(
                            new SignedUserInfo(state, Objects.requireNonNull(settings.getIssuer())),
                            AuthorizationFilter.class)
                    .authorizeHttpRequests(all -> all.anyRequest().authenticated())
                    .formLogin(Customizer.withDefaults())
                    .build();
        }

        @Bean
        UserDetailsService people() {
            return name -> User.withUsername(name)
                    .password("{noop}password")
                    .roles("STAFF")
                    .build();
        }

        @Bean
        RegisteredClientRepository clients(State state) {
            return new RegisteredClientRepository() {

                @Override
                public void save(RegisteredClient client) {
                    // The server would hash the secret anew: it stays as it is.
                }

                @Override
                public RegisteredClient findById(String id) {
                    return client(state);
                }

                @Override
                public RegisteredClient findByClientId(String id) {
                    return client(state);
                }
            };
        }

        private static RegisteredClient client(State state) {
            return RegisteredClient.withId(CLIENT)
                    .clientId(CLIENT)
                    .clientSecret("{noop}" + SECRET)
                    .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                    .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                    .redirectUri(state.client + "/connexion/retour/agents")
                    .postLogoutRedirectUri(state.client + "/deconnexion/retour")
                    .scopes(scopes ->
                            scopes.addAll(List.of("openid", "profile", "email", "given_name", "usual_name", "siret")))
                    .clientSettings(
                            ClientSettings.builder().requireProofKey(false).build())
                    .build();
        }

        @Bean
        JWKSource<SecurityContext> keys(State state) {
            return new ImmutableJWKSet<>(new JWKSet(state.key));
        }

        @Bean
        JwtDecoder decoder(JWKSource<SecurityContext> keys) {
            return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> email(State state) {
            return token -> {
                if (token.getTokenType().getValue().equals(OidcParameterNames.ID_TOKEN)) {
                    token.getClaims().claim("email", state.email).claim("email_verified", state.emailVerified);
                }
            };
        }

        @Bean
        JwtEncoder tokens(State state, JWKSource<SecurityContext> keys) {
            var honest = new NimbusJwtEncoder(keys);
            return parameters -> parameters.getClaims().hasClaim("azp") && state.lie != Lie.NONE
                    ? lie(state, parameters)
                    : honest.encode(parameters);
        }
    }

    /** The identity token as a liar makes it; the server keeps the true one, as a liar would. */
    private static Jwt lie(State state, JwtEncoderParameters parameters) {
        var claims = new JWTClaimsSet.Builder();
        parameters
                .getClaims()
                .getClaims()
                .forEach((name, value) -> claims.claim(name, value instanceof Instant at ? Date.from(at) : value));
        var token = lie(state, claims);
        return new Jwt(
                token,
                Instant.now().minus(2, ChronoUnit.HOURS),
                Instant.now().plus(1, ChronoUnit.HOURS),
                Map.of("alg", "RS256"),
                parameters.getClaims().getClaims());
    }

    private static String lie(State state, JWTClaimsSet.Builder claims) {
        return switch (state.lie) {
            case NONE -> signed(state.key, claims);
            case SIGNED_BY_ANOTHER_KEY -> signed(state.otherKey, claims);
            case NOT_SIGNED -> new PlainJWT(claims.build()).serialize();
            case SIGNED_WITH_THE_SHARED_SECRET -> signedWithSecret(claims);
            case EXPIRED -> signed(state.key, claims.issueTime(ago(2)).expirationTime(ago(1)));
            case FOR_ANOTHER_CLIENT -> signed(state.key, claims.audience("another"));
            case FROM_ANOTHER_ISSUER -> signed(state.key, claims.issuer("https://another.example"));
            case WITH_ANOTHER_NONCE -> signed(state.key, claims.claim("nonce", "another"));
            case WITHOUT_NONCE -> signed(state.key, claims.claim("nonce", null));
            case CHANGED_AFTERWARDS -> {
                var parts = signed(state.key, claims).split("\\.");
                var other = signed(state.key, claims.subject("administrator")).split("\\.");
                yield parts[0] + "." + other[1] + "." + parts[2];
            }
        };
    }

    private static Date ago(int hours) {
        return Date.from(Instant.now().minus(hours, ChronoUnit.HOURS));
    }

    private static String signed(RSAKey key, JWTClaimsSet.Builder claims) {
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims.build());
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String signedWithSecret(JWTClaimsSet.Builder claims) {
        try {
            var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims.build());
            token.sign(new MACSigner(SECRET.getBytes(UTF_8)));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As ProConnect: who somebody is, in a signed token. */
    private static final class SignedUserInfo extends OncePerRequestFilter {

        private final State state;
        private final String issuer;

        SignedUserInfo(State state, String issuer) {
            this.state = state;
            this.issuer = issuer;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            if (!request.getRequestURI().equals("/signed-userinfo")) {
                chain.doFilter(request, response);
                return;
            }
            var claims = new JWTClaimsSet.Builder()
                    .issuer(issuer)
                    .audience(CLIENT)
                    .subject(state.person)
                    .claim("email", state.email)
                    .claim("given_name", "Ada")
                    .claim("usual_name", "Essai");
            response.setContentType("application/jwt");
            response.getWriter()
                    .write(
                            switch (state.userInfoLie) {
                                case NONE -> signed(state.key, claims);
                                case OF_SOMEBODY_ELSE -> signed(state.key, claims.subject("somebody else"));
                                case SIGNED_BY_ANOTHER_KEY -> signed(state.otherKey, claims);
                                case FOR_ANOTHER_CLIENT -> signed(state.key, claims.audience("another"));
                                case NOT_A_TOKEN -> "<html>";
                            });
        }
    }
}
