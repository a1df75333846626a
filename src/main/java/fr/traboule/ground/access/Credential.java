package fr.traboule.ground.access;

import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecord;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import java.util.Objects;
import java.util.Set;

/**
 * What a passkey is checked against (« credential record », WebAuthn 4).
 *
 * @param id the passkey's own name for itself, in base64url
 * @param attested its name and public key as it told them, in base64url
 * @param signCount how often it said that it signed; zero for those that do not count
 * @param verified whether it has ever verified whose hands it is in
 */
record Credential(
        String id,
        String attested,
        long signCount,
        boolean verified,
        boolean backupEligible,
        boolean backedUp,
        Set<String> transports) {

    private static final AttestedCredentialDataConverter CONVERTER =
            new AttestedCredentialDataConverter(new ObjectConverter());

    static Credential of(RegistrationData made, Set<String> transports) {
        var said = Objects.requireNonNull(made.getAttestationObject()).getAuthenticatorData();
        var attested = Objects.requireNonNull(said.getAttestedCredentialData());
        return new Credential(
                PasskeyAnswer.text(attested.getCredentialId()),
                PasskeyAnswer.text(CONVERTER.convert(attested)),
                said.getSignCount(),
                said.isFlagUV(),
                said.isFlagBE(),
                said.isFlagBS(),
                transports);
    }

    CredentialRecord toRecord() {
        return new CredentialRecordImpl(
                new NoneAttestationStatement(),
                verified,
                backupEligible,
                backedUp,
                signCount,
                CONVERTER.convert(PasskeyAnswer.bytes(attested)),
                null,
                null,
                null,
                null);
    }
}
