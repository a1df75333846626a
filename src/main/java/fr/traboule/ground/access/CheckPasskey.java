package fr.traboule.ground.access;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Somebody shows that they have a passkey: alone, where the device verifies whose hands it is in and says who it is, or
 * beside a password, where having it is enough. A signature cannot be guessed: nothing is counted but how often one begins.
 */
@Service
public class CheckPasskey {

    private static final Logger log = LoggerFactory.getLogger(CheckPasskey.class);
    /** Each beginning is a row for five minutes: enough for a whole town hall behind one address, too few to fill a disk. */
    private static final Throttle.Limit BEGUN_FROM_PLACE =
            new Throttle.Limit("passkey-place", 300, Duration.ofMinutes(15));

    private final Accounts accounts;
    private final Passkeys passkeys;
    private final PasskeyChallenges challenges;
    private final PasskeyOptions options;
    private final RelyingParty party;
    private final WebAuthn webAuthn;
    private final Throttle throttle;
    private final Clock clock;

    CheckPasskey(
            Accounts accounts,
            Passkeys passkeys,
            PasskeyChallenges challenges,
            PasskeyOptions options,
            RelyingParty party,
            WebAuthn webAuthn,
            Throttle throttle,
            Clock clock) {
        this.accounts = accounts;
        this.passkeys = passkeys;
        this.challenges = challenges;
        this.options = options;
        this.party = party;
        this.webAuthn = webAuthn;
        this.throttle = throttle;
        this.clock = clock;
    }

    public sealed interface Outcome {}

    /** It is that person. */
    public record Proven(AccountId account) implements Outcome {}

    /** The five minutes are over, or the answer was sent before, or begun in another browser. */
    public record TooLate() implements Outcome {}

    public record Refused() implements Outcome {}

    /** Refused too: the counter did not go on, so there may be a copy of that passkey. */
    public record WentBack(AccountId account, PasskeyId passkey) implements Outcome {}

    /**
     * @param browser what only this browser knows, so that an answer is good in it alone
     * @return what the browser is asked, as JSON; empty if too many begin from that place
     */
    @Transactional
    public Optional<String> beginAlone(String browser, String place) {
        if (throttle.reached(BEGUN_FROM_PLACE, place)) {
            return Optional.empty();
        }
        throttle.count(BEGUN_FROM_PLACE, place);
        return Optional.of(options.toUseAny(challenges.make(PasskeyChallenges.Purpose.ALONE, browser)));
    }

    /** @return what the browser is asked, as JSON */
    @Transactional
    public String beginBeside(AccountId account) {
        var challenge = challenges.make(
                PasskeyChallenges.Purpose.BESIDE, account.value().toString());
        return options.toUseOneOf(challenge, passkeys.known(account));
    }

    @Transactional
    public Outcome alone(String browser, PasskeyAnswer answer) {
        return check(PasskeyChallenges.Purpose.ALONE, browser, answer);
    }

    @Transactional
    public Outcome beside(AccountId account, PasskeyAnswer answer) {
        return check(PasskeyChallenges.Purpose.BESIDE, account.value().toString(), answer);
    }

    private Outcome check(PasskeyChallenges.Purpose purpose, String holder, PasskeyAnswer answer) {
        var used = webAuthn.used(answer);
        if (used.isEmpty()) {
            return new Refused();
        }
        var challenge = WebAuthn.challenge(used.get().getCollectedClientData());
        if (!challenges.spend(purpose, holder, challenge)) {
            return new TooLate();
        }
        var known = passkeys.known(answer.id())
                .filter(found -> isOfWhom(found.passkey().account(), purpose, holder, answer))
                .filter(this::opens);
        if (known.isEmpty()) {
            return new Refused();
        }
        var mustVerify = purpose == PasskeyChallenges.Purpose.ALONE;
        return switch (webAuthn.check(used.get(), known.get().credential(), challenge, mustVerify)) {
            case WebAuthn.Good good ->
                passkeys.used(known.get().passkey().id(), good.signed(), clock.instant())
                        ? new Proven(known.get().passkey().account())
                        : wentBack(known.get().passkey());
            case WebAuthn.WentBack back -> wentBack(known.get().passkey());
            case WebAuthn.Bad bad -> new Refused();
        };
    }

    /** Alone, the device says whose it is; beside, it need not, but must not say another. */
    private boolean isOfWhom(
            AccountId account, PasskeyChallenges.Purpose purpose, String holder, PasskeyAnswer answer) {
        var said = answer.user() == null ? "" : answer.user();
        var agrees = said.equals(party.user(account));
        return switch (purpose) {
            case ALONE -> agrees;
            case BESIDE -> account.value().toString().equals(holder) && (said.isEmpty() || agrees);
            case REGISTER -> throw new IllegalStateException("Nothing is used to register");
        };
    }

    private boolean opens(Passkeys.Known known) {
        return accounts.byId(known.passkey().account())
                .filter(account -> !account.isClosed())
                .isPresent();
    }

    private static WentBack wentBack(Passkey passkey) {
        log.atWarn()
                .addKeyValue("account", passkey.account().value())
                .addKeyValue("passkey", passkey.id().value())
                .log("The counter of a passkey went back");
        return new WentBack(passkey.account(), passkey.id());
    }
}
