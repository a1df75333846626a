package fr.traboule;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A browser with a device that has one passkey, as the specification of WebAuthn describes both; it was not made with the
 * library that the program uses. It answers as the program's script does, and lies where it is told to.
 */
public final class SecurityKey {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int PRESENT = 1;
    private static final int VERIFIED = 4;
    private static final int MAY_BE_COPIED = 8;
    private static final int COPIED = 16;
    private static final int HAS_KEY = 64;
    private static final int COORDINATE = 32;

    private final KeyPair pair = newPair();
    private final byte[] id = new byte[COORDINATE];
    private byte[] user = new byte[0];

    /** Where the browser is. */
    public String origin;
    /** Whom the device thinks that it signs for, where that is not what it was asked. */
    public @Nullable String domain;

    public boolean verifies = true;
    public boolean isTouched = true;
    public boolean isCopied;
    /** In a frame of another site. */
    public boolean isFramed;
    /** Says whose it is. */
    public boolean says = true;

    public int count;
    /** What the browser says that it was asked for, where that is not the truth. */
    public @Nullable String type;

    public SecurityKey(String origin) {
        this.origin = origin;
        new SecureRandom().nextBytes(id);
    }

    /** @param options what the page asks, as JSON */
    public Map<String, String> make(String options) {
        var asked = JSON.readTree(options);
        user = bytes(asked.get("user").get("id").asString());
        var answer = new LinkedHashMap<String, String>();
        answer.put("credential", text(id));
        answer.put("client", text(client(asked, "webauthn.create")));
        answer.put("attestation", text(attestation(said(asked.get("rp").get("id"), HAS_KEY, publicKey()))));
        answer.put("transports", "internal,hybrid");
        return answer;
    }

    /** @param options what the page asks, as JSON */
    public Map<String, String> use(String options) {
        var asked = JSON.readTree(options);
        var client = client(asked, "webauthn.get");
        count++;
        var said = said(asked.get("rpId"), 0, new byte[0]);
        var answer = new LinkedHashMap<String, String>();
        answer.put("credential", text(id));
        answer.put("client", text(client));
        answer.put("authenticator", text(said));
        answer.put("signature", text(signature(said, client)));
        answer.put("user", says ? text(user) : "");
        return answer;
    }

    /** Another device that calls itself as this one does, and says that it is of the same person. */
    public SecurityKey impostor() {
        var impostor = new SecurityKey(origin);
        System.arraycopy(id, 0, impostor.id, 0, id.length);
        impostor.user = user.clone();
        return impostor;
    }

    public void sayUser(String userHandle) {
        user = bytes(userHandle);
    }

    public String credential() {
        return text(id);
    }

    private byte[] client(JsonNode asked, String truth) {
        return JSON.writeValueAsBytes(Map.of(
                "type",
                type == null ? truth : type,
                "challenge",
                asked.get("challenge").asString(),
                "origin",
                origin,
                "crossOrigin",
                isFramed));
    }

    /** « authenticatorData », WebAuthn 6.1. */
    private byte[] said(JsonNode asked, int more, byte[] key) {
        var forWhom = digest((domain == null ? asked.asString() : domain).getBytes(UTF_8));
        var flags =
                more | (isTouched ? PRESENT : 0) | (verifies ? VERIFIED : 0) | (isCopied ? MAY_BE_COPIED | COPIED : 0);
        return ByteBuffer.allocate(37 + key.length)
                .put(forWhom)
                .put((byte) flags)
                .putInt(count)
                .put(key)
                .array();
    }

    /** No maker, the passkey's name, and its public key as COSE writes one of the curve P-256. */
    private byte[] publicKey() {
        var point = ((ECPublicKey) pair.getPublic()).getW();
        return joined(
                new byte[16],
                new byte[] {0, (byte) id.length},
                id,
                new byte[] {(byte) 0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, COORDINATE},
                coordinate(point.getAffineX().toByteArray()),
                new byte[] {0x22, 0x58, COORDINATE},
                coordinate(point.getAffineY().toByteArray()));
    }

    /** A map of CBOR: no statement of any maker, and what the device said. */
    private static byte[] attestation(byte[] said) {
        return joined(
                new byte[] {(byte) 0xa3, 0x63},
                "fmt".getBytes(UTF_8),
                new byte[] {0x64},
                "none".getBytes(UTF_8),
                new byte[] {0x67},
                "attStmt".getBytes(UTF_8),
                new byte[] {(byte) 0xa0, 0x68},
                "authData".getBytes(UTF_8),
                new byte[] {0x58, (byte) said.length},
                said);
    }

    private byte[] signature(byte[] said, byte[] client) {
        try {
            var signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(pair.getPrivate());
            signature.update(said);
            signature.update(digest(client));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] coordinate(byte[] number) {
        var from = Math.max(0, number.length - COORDINATE);
        var coordinate = new byte[COORDINATE];
        System.arraycopy(number, from, coordinate, COORDINATE - (number.length - from), number.length - from);
        return coordinate;
    }

    private static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair newPair() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static byte[] bytes(String text) {
        return Base64.getUrlDecoder().decode(Objects.requireNonNull(text));
    }

    public static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
