package fr.traboule.ground.access;

import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import fr.traboule.ground.database.SecretKey;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Who this program is to passkeys: they are made for a domain and used on its pages only, which is why nobody can be tricked
 * into using theirs elsewhere.
 */
@Component
class RelyingParty {

    private static final Pattern NUMBERS = Pattern.compile("[\\d.]+|\\[.*]");

    private final Origin origin;
    private final String host;
    private final String domain;
    private final SecretKey key;

    RelyingParty(
            @Value("${traboule.base-url}") String baseUrl,
            @Value("${traboule.passkeys.domain:}") String domain,
            SecretKey key) {
        // As browsers write it.
        var address = URI.create(baseUrl.toLowerCase(Locale.ROOT)).resolve("/");
        origin = Origin.create(address.toString().replaceFirst("/$", ""));
        host = Optional.ofNullable(address.getHost()).orElse("");
        this.domain = domain.isBlank() ? host : domain.strip().toLowerCase(Locale.ROOT);
        this.key = key;
        if (!("." + host).endsWith("." + this.domain)) {
            throw new IllegalArgumentException(
                    "traboule.passkeys.domain is the host of traboule.base-url, or the end of it after a dot");
        }
    }

    String domain() {
        return domain;
    }

    /** Browsers know passkeys over HTTPS and on the machine itself, and for names, not for numbers. */
    boolean isOffered() {
        var safe = "https".equals(origin.getScheme()) || host.equals("localhost") || host.endsWith(".localhost");
        return safe && !NUMBERS.matcher(host).matches();
    }

    ServerProperty expecting(String challenge) {
        return ServerProperty.builder()
                .origin(origin)
                .rpId(domain)
                .challenge(new DefaultChallenge(PasskeyAnswer.bytes(challenge)))
                .build();
    }

    /** Devices keep it, and tell it to whoever unlocks them: it says nothing about anybody. */
    String user(AccountId account) {
        return PasskeyAnswer.text(key.hash("passkey-user", account.value().toString()));
    }
}
