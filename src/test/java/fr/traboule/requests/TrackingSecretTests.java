package fr.traboule.requests;

import static org.assertj.core.api.Assertions.assertThat;

import fr.traboule.ground.database.SecretKey;
import org.junit.jupiter.api.Test;

class TrackingSecretTests {

    private static final SecretKey KEY = SecretKey.of("the key of this installation, long enough");

    private final RequestId id = RequestId.next();

    @Test
    void aRequestAlwaysHasTheSameSecret() {
        assertThat(TrackingSecret.of(id, KEY)).isEqualTo(TrackingSecret.of(id, KEY));
    }

    @Test
    void anotherRequestOrAnotherKeyGivesAnotherSecret() {
        assertThat(TrackingSecret.of(id, KEY))
                .isNotEqualTo(TrackingSecret.of(RequestId.next(), KEY))
                .isNotEqualTo(TrackingSecret.of(id, SecretKey.of("the key of another installation, as long")));
    }

    @Test
    void howItIsTypedDoesNotMatter() {
        var secret = TrackingSecret.of(id, KEY);

        assertThat(TrackingSecret.of(" " + secret.toString().toLowerCase() + " "))
                .contains(secret);
    }

    @Test
    void whatCannotBeASecretIsNone() {
        assertThat(TrackingSecret.of("0000-0000")).isEmpty();
        assertThat(TrackingSecret.of("")).isEmpty();
    }
}
