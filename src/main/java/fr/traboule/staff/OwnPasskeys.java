package fr.traboule.staff;

import fr.traboule.ground.access.AccountId;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.CheckPasskey;
import fr.traboule.ground.access.PasskeyAnswer;
import fr.traboule.ground.access.PasskeyId;
import fr.traboule.ground.access.Passkeys;
import fr.traboule.ground.access.RegisterPasskey;
import fr.traboule.ground.access.SecondFactor;
import fr.traboule.web.NotFound;
import fr.traboule.web.Theme;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people do with their own passkeys: each act is in the account's history, and its holder is written to. */
@Service
class OwnPasskeys {

    private final OwnAccount own;
    private final Passkeys passkeys;
    private final RegisterPasskey register;
    private final CheckPasskey check;
    private final SecondFactor secondFactor;
    private final Theme.Source theme;
    private final OwnFacts facts;

    OwnPasskeys(
            OwnAccount own,
            Passkeys passkeys,
            RegisterPasskey register,
            CheckPasskey check,
            SecondFactor secondFactor,
            Theme.Source theme,
            OwnFacts facts) {
        this.own = own;
        this.passkeys = passkeys;
        this.register = register;
        this.check = check;
        this.secondFactor = secondFactor;
        this.theme = theme;
        this.facts = facts;
    }

    /** What becomes of a passkey that its holder wants to be rid of. */
    enum Removal {
        REMOVED,
        /** Their role needs a second factor, and there is no other. */
        LAST_ONE
    }

    /** @return what the browser is asked, as JSON */
    String begin(AccountId id) {
        return register.begin(own.of(id), theme.current().cityName());
    }

    @Transactional
    RegisterPasskey.Outcome add(AccountId id, String name, PasskeyAnswer answer) {
        var outcome = register.finish(own.of(id), name, answer);
        if (outcome instanceof RegisterPasskey.Registered registered) {
            facts.tell(id, StaffFact.PASSKEY_ADDED, of(registered.id()));
        }
        return outcome;
    }

    @Transactional
    Removal remove(AccountId id, PasskeyId passkey) {
        if (own.mustHaveSecondFactor(id)
                && !secondFactor.hasApplication(id)
                && passkeys.lockedOf(id).size() == 1) {
            return Removal.LAST_ONE;
        }
        if (!passkeys.remove(id, passkey)) {
            throw new NotFound();
        }
        secondFactor.forgetRecoveryOfNothing(id);
        facts.tell(id, StaffFact.PASSKEY_REMOVED, of(passkey));
        return Removal.REMOVED;
    }

    /** The whole sign-in, in the browser that began it. */
    @Transactional
    CheckPasskey.Outcome signIn(String browser, PasskeyAnswer answer) {
        return told(check.alone(browser, answer));
    }

    /** Beside a password, or to show that it is still them. */
    @Transactional
    CheckPasskey.Outcome show(AccountId id, PasskeyAnswer answer) {
        return told(check.beside(id, answer));
    }

    private CheckPasskey.Outcome told(CheckPasskey.Outcome outcome) {
        if (outcome instanceof CheckPasskey.WentBack back) {
            facts.tell(back.account(), StaffFact.PASSKEY_WENT_BACK, new Actor.Program(), of(back.passkey()));
        }
        return outcome;
    }

    private static Map<String, String> of(PasskeyId passkey) {
        return Map.of("passkey", passkey.value().toString());
    }
}
