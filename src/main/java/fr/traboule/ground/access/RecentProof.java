package fr.traboule.ground.access;

import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Whether somebody showed their second factor a short while ago. Whoever finds a desk left open must not be able to make
 * themselves a key to it.
 */
@Component
public class RecentProof {

    private static final Duration RECENT = Duration.ofMinutes(10);
    private static final String SHOWN_AT = "proof-shown-at";

    private final Clock clock;

    RecentProof(Clock clock) {
        this.clock = clock;
    }

    public void shown(HttpSession session) {
        session.setAttribute(SHOWN_AT, clock.instant());
    }

    public boolean isRecent(HttpSession session) {
        return session.getAttribute(SHOWN_AT) instanceof Instant at
                && at.plus(RECENT).isAfter(clock.instant());
    }
}
