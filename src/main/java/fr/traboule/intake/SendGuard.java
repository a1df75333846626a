package fr.traboule.intake;

import com.github.f4b6a3.uuid.util.UuidUtil;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Throttle;
import fr.traboule.web.TooMany;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Tells people from robots without a riddle, a script or a picture: a form that is ours, a field that people do not see, the
 * time it takes to say something. Whoever is doubted presses the button once more, and has lost nothing.
 */
@Component
class SendGuard {

    private static final Duration HOUR = Duration.ofHours(1);
    /** Between seeing that one must press again and pressing. */
    private static final Duration TO_READ = Duration.ofSeconds(1);

    private final PostLimits limits;
    private final FormSeal seal;
    private final Throttle throttle;
    private final Clock clock;

    SendGuard(PostLimits limits, FormSeal seal, Throttle throttle, Clock clock) {
        this.limits = limits;
        this.seal = seal;
        this.throttle = throttle;
        this.clock = clock;
    }

    /**
     * Whether it may be sent now; if not, somebody must press once more.
     *
     * @param address of the network it comes from
     * @throws TooMany where far too much comes from there
     */
    boolean lets(Actor actor, Draft draft, SendForm form, String address) {
        if (draft.sent() || actor instanceof Actor.Agent) {
            return true;
        }
        var trusted = limits.trust(address);
        if (!trusted && throttle.reached(limit("sends", limits.atMost()), address)) {
            throw new TooMany();
        }
        var good = isPressedAgain(draft, form) || !isDoubtful(draft, form, address, trusted);
        if (good) {
            throttle.count(limit("sends", limits.atMost()), address);
        }
        return good;
    }

    /** @throws TooMany where far too many drafts and files come from there */
    void begins(Actor actor, String address) {
        var most = limit("drafts", limits.draftsAtMost());
        if (actor instanceof Actor.Agent || limits.trust(address)) {
            return;
        }
        if (throttle.reached(most, address)) {
            throw new TooMany();
        }
        throttle.count(most, address);
    }

    private boolean isPressedAgain(Draft draft, SendForm form) {
        return form.isWithoutTrap()
                && seal.age(draft, SendForm.AGAIN, form.again())
                        .filter(age -> age.compareTo(TO_READ) >= 0)
                        .isPresent();
    }

    private boolean isDoubtful(Draft draft, SendForm form, String address, boolean trusted) {
        var isOurs = seal.age(draft, SendForm.FIRST, form.seal()).isPresent();
        if (!isOurs || !form.isWithoutTrap()) {
            return true;
        }
        return !trusted && (isTooFast(draft) || throttle.reached(limit("sends", limits.freely()), address));
    }

    /** The draft's id tells when it was begun. */
    private boolean isTooFast(Draft draft) {
        var begun = UuidUtil.getInstant(draft.id().value());
        return Optional.of(Duration.between(begun, clock.instant()))
                .filter(taken -> taken.compareTo(limits.fastest()) < 0)
                .isPresent();
    }

    private static Throttle.Limit limit(String what, int times) {
        return new Throttle.Limit("intake-" + what, times, HOUR);
    }
}
