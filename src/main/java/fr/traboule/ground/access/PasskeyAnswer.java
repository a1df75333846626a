package fr.traboule.ground.access;

import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a browser answers, as the page's form sends it: binary parts in base64url. Which parts there are depends on whether a
 * passkey was made or used.
 *
 * @param credential the passkey's own name for itself
 * @param client what the browser says of the ceremony: the challenge, where it took place
 * @param attestation of a passkey that was made: its public key
 * @param authenticator of a passkey that was used: for whom, how, and its counter
 * @param user of a passkey that was used: whose it is
 */
public record PasskeyAnswer(
        @Nullable String credential,
        @Nullable String client,
        @Nullable String attestation,
        @Nullable String transports,
        @Nullable String authenticator,
        @Nullable String signature,
        @Nullable String user) {

    String id() {
        return credential == null ? "" : credential;
    }

    /** @throws IllegalArgumentException if it is no base64url */
    static byte[] bytes(@Nullable String part) {
        return Base64.getUrlDecoder().decode(part == null ? "" : part);
    }

    static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Ways to reach the device, as browsers name them; what is no such name is left out. */
    Set<String> ways() {
        return Arrays.stream((transports == null ? "" : transports).split(","))
                .filter(way -> way.matches("[a-z-]{1,20}"))
                .limit(10)
                .collect(Collectors.toUnmodifiableSet());
    }
}
