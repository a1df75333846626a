package fr.traboule.ground.access;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.json.JsonMapper;

/** Signing in by the city's identity provider, where {@code traboule.oidc.issuer} names one. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("traboule.oidc.issuer")
@EnableConfigurationProperties(IdentityProvider.class)
class OidcConfiguration {

    static final String REGISTRATION = "agents";
    static final String BACK = "/connexion/retour/";

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Read when somebody first signs in: a provider that is down does not keep the program from starting. */
    @Bean
    ClientRegistrationRepository identityProviders(
            IdentityProvider provider, @Value("${traboule.base-url}") String baseUrl) {
        return new SupplierClientRegistrationRepository(
                () -> new InMemoryClientRegistrationRepository(registration(provider, baseUrl)));
    }

    /** Providers compare the address of return to the letter: it is the configured one, whatever the visitor's request says. */
    private static ClientRegistration registration(IdentityProvider provider, String baseUrl) {
        return ClientRegistrations.fromIssuerLocation(provider.issuer())
                .registrationId(REGISTRATION)
                .clientId(provider.clientId())
                .clientSecret(provider.clientSecret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(provider.kind() == IdentityProvider.Kind.OTHER)
                        .build())
                .scope(provider.kind().scopes())
                .redirectUri(baseUrl + BACK + REGISTRATION)
                .build();
    }

    /** One algorithm, by configuration: neither « none » nor a secret used as a key gets a token in. */
    @Bean
    JwtDecoderFactory<ClientRegistration> identityTokens(IdentityProvider provider) {
        var decoders = new OidcIdTokenDecoderFactory();
        decoders.setJwsAlgorithmResolver(registration -> algorithm(provider));
        return decoders;
    }

    @Bean
    ProvidedClaims claims(IdentityProvider provider, JsonMapper json) {
        var requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(PATIENCE).build());
        requests.setReadTimeout(PATIENCE);
        return new ProvidedClaims(
                algorithm(provider),
                RestClient.builder().requestFactory(requests).build(),
                json);
    }

    private static SignatureAlgorithm algorithm(IdentityProvider provider) {
        return Objects.requireNonNull(
                SignatureAlgorithm.from(provider.algorithm()), "traboule.oidc.algorithm is RS256 or ES256");
    }
}
