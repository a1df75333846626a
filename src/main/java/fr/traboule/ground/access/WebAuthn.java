package fr.traboule.ground.access;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.util.exception.WebAuthnException;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/**
 * The checks of WebAuthn (7.1 and 7.2), by webauthn4j. Who made a device is not asked: no « attestation » is wanted, so none is
 * checked. Here alone the library is spoken to.
 */
@Component
class WebAuthn {

    /** ES256, EdDSA and RS256: what devices have, the best liked first. */
    static final List<COSEAlgorithmIdentifier> ALGORITHMS =
            List.of(COSEAlgorithmIdentifier.ES256, COSEAlgorithmIdentifier.EdDSA, COSEAlgorithmIdentifier.RS256);

    private final WebAuthnManager manager = WebAuthnManager.createNonStrictWebAuthnManager();
    private final RelyingParty party;

    WebAuthn(RelyingParty party) {
        this.party = party;
    }

    /** What a device said when it signed, checked. */
    record Signed(long signCount, boolean verified, boolean backedUp) {}

    /** How a signature may be wrong. */
    sealed interface Check {}

    record Good(Signed signed) implements Check {}

    record Bad() implements Check {}

    /** All is right but the counter: somebody may have a copy. */
    record WentBack() implements Check {}

    Optional<RegistrationData> made(PasskeyAnswer answer) {
        return readable(() -> manager.parse(new RegistrationRequest(
                        PasskeyAnswer.bytes(answer.attestation()),
                        PasskeyAnswer.bytes(answer.client()),
                        answer.ways())))
                .filter(read -> read.getCollectedClientData() != null && read.getAttestationObject() != null);
    }

    Optional<AuthenticationData> used(PasskeyAnswer answer) {
        return readable(() -> manager.parse(new AuthenticationRequest(
                        PasskeyAnswer.bytes(answer.id()),
                        PasskeyAnswer.bytes(answer.user()),
                        PasskeyAnswer.bytes(answer.authenticator()),
                        PasskeyAnswer.bytes(answer.client()),
                        PasskeyAnswer.bytes(answer.signature()))))
                .filter(read -> read.getCollectedClientData() != null && read.getAuthenticatorData() != null);
    }

    static String challenge(@Nullable CollectedClientData client) {
        return PasskeyAnswer.text(Objects.requireNonNull(client).getChallenge().getValue());
    }

    boolean isRight(RegistrationData made, String challenge) {
        var wanted = ALGORITHMS.stream()
                .map(algorithm -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm))
                .toList();
        try {
            manager.verify(made, new RegistrationParameters(party.expecting(challenge), wanted, false, true));
            return true;
        } catch (WebAuthnException wrong) {
            return false;
        }
    }

    Check check(AuthenticationData used, Credential credential, String challenge, boolean mustVerify) {
        try {
            manager.verify(
                    used,
                    new AuthenticationParameters(
                            party.expecting(challenge), credential.toRecord(), null, mustVerify, true));
        } catch (MaliciousCounterValueException wentBack) {
            return new WentBack();
        } catch (WebAuthnException wrong) {
            return new Bad();
        }
        var said = Objects.requireNonNull(used.getAuthenticatorData());
        return new Good(new Signed(said.getSignCount(), said.isFlagUV(), said.isFlagBS()));
    }

    /** Anybody can send anything: what cannot be read is no answer, and no failure of the program. */
    private static <T> Optional<T> readable(Supplier<T> read) {
        try {
            return Optional.of(read.get());
        } catch (WebAuthnException | JacksonException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
