package fr.traboule.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.traboule.ground.database.SecretKey;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Signs a form when it is shown, so that it can be told when it comes back: it was ours, of this draft, and how old it is. */
@Component
class FormSeal {

    private final SecretKey key;
    private final Clock clock;

    FormSeal(SecretKey key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    String of(Draft draft, String form) {
        var now = clock.instant().toEpochMilli();
        return now + "." + signature(draft, form, now);
    }

    /** Empty where it is not ours. */
    Optional<Duration> age(Draft draft, String form, @Nullable String seal) {
        try {
            var parts = seal == null ? new String[0] : seal.split("\\.", 2);
            if (parts.length < 2) {
                return Optional.empty();
            }
            var then = Long.parseLong(parts[0]);
            return MessageDigest.isEqual(
                            parts[1].getBytes(UTF_8),
                            signature(draft, form, then).getBytes(UTF_8))
                    ? Optional.of(Duration.between(Instant.ofEpochMilli(then), clock.instant()))
                    : Optional.empty();
        } catch (NumberFormatException notOurs) {
            return Optional.empty();
        }
    }

    private String signature(Draft draft, String form, long then) {
        return HexFormat.of().formatHex(key.hash("form." + form, draft.id().value() + " " + then));
    }
}
