package fr.traboule.ground.access;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * How often a password may be wrong. From a browser that the account knows, only that browser's failures count. From
 * another: those on this account from this place, those from this place on all accounts, and those on this account from
 * everywhere; the last keeps a thousand machines from guessing together, and shuts out strangers only.
 */
@Component
class GuessLimits {

    private static final Duration WITHIN = Duration.ofMinutes(15);
    private static final Throttle.Limit ON_DEVICE = new Throttle.Limit("sign-in-device", 10, WITHIN);
    private static final Throttle.Limit ON_ACCOUNT_FROM_PLACE = new Throttle.Limit("sign-in-account", 5, WITHIN);
    private static final Throttle.Limit FROM_PLACE = new Throttle.Limit("sign-in-place", 50, WITHIN);
    private static final Throttle.Limit ON_ACCOUNT = new Throttle.Limit("sign-in-strangers", 100, Duration.ofHours(1));

    private final Throttle throttle;

    GuessLimits(Throttle throttle) {
        this.throttle = throttle;
    }

    boolean reached(String email, SignInAttempt attempt) {
        return counters(email, attempt).entrySet().stream()
                .anyMatch(counter -> throttle.reached(counter.getKey(), counter.getValue()));
    }

    void failed(String email, SignInAttempt attempt) {
        counters(email, attempt).forEach(throttle::count);
    }

    private static Map<Throttle.Limit, String> counters(String email, SignInAttempt attempt) {
        var account = email.toLowerCase(Locale.ROOT);
        return attempt.device()
                .map(device -> Map.of(ON_DEVICE, device))
                .orElseGet(() -> Map.of(
                        ON_ACCOUNT_FROM_PLACE,
                        account + " " + attempt.place(),
                        FROM_PLACE,
                        attempt.place(),
                        ON_ACCOUNT,
                        account));
    }
}
