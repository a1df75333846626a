package fr.traboule.ground.access;

import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The identity provider of the city's own people (OpenID Connect), if it has one.
 *
 * @param issuer its address, as its tokens name it; its other addresses are read from there when they are first needed
 * @param kind its shape
 * @param algorithm that signs its tokens, RS256 or ES256: what is signed otherwise is refused
 * @param name as the button says it
 * @param signOut where it signs people out (« end_session_endpoint »), if it does not say so itself
 */
@ConfigurationProperties("traboule.oidc")
public record IdentityProvider(
        String issuer,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("other") Kind kind,
        @DefaultValue("RS256") String algorithm,
        @DefaultValue("OpenID Connect") String name,
        @DefaultValue("") String signOut) {

    /** The shapes of providers, where they differ. */
    public enum Kind {
        /** ProConnect, for agents of the State and of territories: names of its own, an assurance level that must be asked. */
        PROCONNECT(List.of("openid", "given_name", "usual_name", "email", "siret"), Map.of("acr_values", "eidas1")),
        /** Whatever follows the standard: Keycloak, LemonLDAP::NG, Entra... */
        OTHER(List.of("openid", "profile", "email"), Map.of());

        private final List<String> scopes;
        private final Map<String, String> parameters;

        Kind(List<String> scopes, Map<String, String> parameters) {
            this.scopes = scopes;
            this.parameters = parameters;
        }

        List<String> scopes() {
            return scopes;
        }

        /** What the request for signing in carries beside what the standard asks. */
        Map<String, String> parameters() {
            return parameters;
        }
    }
}
