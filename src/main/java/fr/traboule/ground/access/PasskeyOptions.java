package fr.traboule.ground.access;

import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What a browser is asked to do, in the words of WebAuthn (5.4 and 5.5), as JSON. */
@Component
class PasskeyOptions {

    private static final String KIND = "public-key";

    private final RelyingParty party;
    private final JsonMapper json;

    PasskeyOptions(RelyingParty party, JsonMapper json) {
        this.party = party;
        this.json = json;
    }

    private record Party(String id, String name) {}

    private record User(String id, String name, String displayName) {}

    private record Algorithm(String type, long alg) {

        static Algorithm of(COSEAlgorithmIdentifier algorithm) {
            return new Algorithm(KIND, algorithm.getValue());
        }
    }

    private record Key(String type, String id, Set<String> transports) {

        static Key of(Passkeys.Known known) {
            return new Key(KIND, known.credential().id(), known.credential().transports());
        }
    }

    /** A key that can be found without an address is liked best; one that cannot goes with the password. */
    private record Device(String residentKey, String userVerification) {}

    private record Creation(
            String challenge,
            Party rp,
            User user,
            List<Algorithm> pubKeyCredParams,
            long timeout,
            String attestation,
            List<Key> excludeCredentials,
            Device authenticatorSelection) {}

    private record Request(
            String challenge, String rpId, long timeout, String userVerification, List<Key> allowCredentials) {}

    String toMake(String challenge, Account account, String city, List<Passkeys.Known> has) {
        return json.writeValueAsString(new Creation(
                challenge,
                new Party(party.domain(), city),
                new User(party.user(account.id()), account.email(), account.name()),
                WebAuthn.ALGORITHMS.stream().map(Algorithm::of).toList(),
                PasskeyChallenges.VALIDITY.toMillis(),
                "none",
                has.stream().map(Key::of).toList(),
                new Device("preferred", "preferred")));
    }

    /** Any passkey made for this program; the device must verify whose hands it is in. */
    String toUseAny(String challenge) {
        return toUse(challenge, "required", List.of());
    }

    String toUseOneOf(String challenge, List<Passkeys.Known> has) {
        return toUse(challenge, "preferred", has);
    }

    private String toUse(String challenge, String verification, List<Passkeys.Known> has) {
        return json.writeValueAsString(new Request(
                challenge,
                party.domain(),
                PasskeyChallenges.VALIDITY.toMillis(),
                verification,
                has.stream().map(Key::of).toList()));
    }
}
