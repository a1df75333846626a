package fr.traboule.ground.access;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds a passkey to an account: the browser is asked for one, and what it answers is checked. */
@Service
public class RegisterPasskey {

    private final Passkeys passkeys;
    private final PasskeyChallenges challenges;
    private final PasskeyOptions options;
    private final WebAuthn webAuthn;
    private final SecondFactor secondFactor;
    private final Clock clock;

    RegisterPasskey(
            Passkeys passkeys,
            PasskeyChallenges challenges,
            PasskeyOptions options,
            WebAuthn webAuthn,
            SecondFactor secondFactor,
            Clock clock) {
        this.passkeys = passkeys;
        this.challenges = challenges;
        this.options = options;
        this.webAuthn = webAuthn;
        this.secondFactor = secondFactor;
        this.clock = clock;
    }

    public sealed interface Outcome {}

    /** @param recoveryCodes told this once, where it is the first second factor of its holder; else none */
    public record Registered(PasskeyId id, List<String> recoveryCodes) implements Outcome {}

    /** The five minutes are over, or the answer was sent before. */
    public record TooLate() implements Outcome {}

    /** That passkey is on an account already. */
    public record KnownAlready() implements Outcome {}

    /** What the browser sent is not what it was asked for. */
    public record NotRight() implements Outcome {}

    /** @return what the browser is asked, as JSON */
    @Transactional
    public String begin(Account account, String city) {
        var challenge = challenges.make(PasskeyChallenges.Purpose.REGISTER, holder(account));
        return options.toMake(challenge, account, city, passkeys.known(account.id()));
    }

    @Transactional
    public Outcome finish(Account account, String name, PasskeyAnswer answer) {
        var made = webAuthn.made(answer);
        if (made.isEmpty()) {
            return new NotRight();
        }
        var challenge = WebAuthn.challenge(made.get().getCollectedClientData());
        if (!challenges.spend(PasskeyChallenges.Purpose.REGISTER, holder(account), challenge)) {
            return new TooLate();
        }
        if (!webAuthn.isRight(made.get(), challenge)) {
            return new NotRight();
        }
        var isFirst = !secondFactor.isSetUp(account.id());
        var credential = Credential.of(made.get(), answer.ways());
        var passkey = new Passkey(
                PasskeyId.next(), account.id(), name, credential.backedUp(), clock.instant(), Optional.empty());
        if (!passkeys.add(passkey, credential)) {
            return new KnownAlready();
        }
        return new Registered(passkey.id(), isFirst ? secondFactor.newRecoveryCodes(account.id()) : List.of());
    }

    private static String holder(Account account) {
        return account.id().value().toString();
    }
}
