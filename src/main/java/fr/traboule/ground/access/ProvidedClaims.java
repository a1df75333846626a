package fr.traboule.ground.access;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks the provider who somebody is. It answers in JSON, or in a signed token (ProConnect): then the signature, the issuer
 * and the audience are checked. Either must speak of whom the identity token speaks of (OpenID Connect Core, 5.3.2).
 */
class ProvidedClaims implements OAuth2UserService<OidcUserRequest, OidcUser> {

    private static final MediaType SIGNED = new MediaType("application", "jwt");
    private static final ParameterizedTypeReference<Map<String, Object>> CLAIMS = new ParameterizedTypeReference<>() {};

    private final SignatureAlgorithm algorithm;
    private final RestClient http;
    private final JsonMapper json;

    ProvidedClaims(SignatureAlgorithm algorithm, RestClient http, JsonMapper json) {
        this.algorithm = algorithm;
        this.http = http;
        this.json = json;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        var token = request.getIdToken();
        try {
            var claims = new OidcUserInfo(claims(request));
            if (!Objects.equals(token.getSubject(), claims.getSubject())) {
                throw refused("It speaks of somebody else");
            }
            return new DefaultOidcUser(List.of(), token, claims);
        } catch (RestClientException | JwtException | JacksonException failure) {
            throw new OAuth2AuthenticationException(new OAuth2Error("invalid_user_info"), failure);
        }
    }

    private Map<String, Object> claims(OidcUserRequest request) {
        var registration = request.getClientRegistration();
        var answer = http.get()
                .uri(Objects.requireNonNull(
                        registration.getProviderDetails().getUserInfoEndpoint().getUri()))
                .header(
                        HttpHeaders.AUTHORIZATION,
                        "Bearer " + request.getAccessToken().getTokenValue())
                .accept(MediaType.APPLICATION_JSON, SIGNED)
                .retrieve()
                .toEntity(String.class);
        var body = Optional.ofNullable(answer.getBody()).orElseThrow(() -> refused("It is empty"));
        return SIGNED.isCompatibleWith(answer.getHeaders().getContentType())
                ? decoder(registration).decode(body).getClaims()
                : json.readValue(body, json.getTypeFactory().constructType(CLAIMS.getType()));
    }

    private NimbusJwtDecoder decoder(ClientRegistration registration) {
        var provider = registration.getProviderDetails();
        var decoder = NimbusJwtDecoder.withJwkSetUri(Objects.requireNonNull(provider.getJwkSetUri()))
                .jwsAlgorithm(algorithm)
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(),
                new JwtClaimValidator<Object>(
                        "iss", issuer -> String.valueOf(issuer).equals(provider.getIssuerUri())),
                new JwtClaimValidator<List<String>>(
                        "aud", audience -> audience != null && audience.contains(registration.getClientId()))));
        return decoder;
    }

    private static OAuth2AuthenticationException refused(String why) {
        return new OAuth2AuthenticationException(new OAuth2Error("invalid_user_info", why, null));
    }
}
