package fr.traboule.ground.access;

import java.time.Duration;
import java.util.Optional;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The passwords of accounts: checked in the same time whether there is one or not, and changed by who knows the old one. */
@Service
public class Passwords {

    /** As NIST SP 800-63B and the CNIL advise: length rather than composition. */
    public static final int SHORTEST = 12;

    public static final int LONGEST = 200;

    private static final Throttle.Limit GUESSES = new Throttle.Limit("change-password", 5, Duration.ofMinutes(15));

    private final Accounts accounts;
    private final PasswordEncoder encoder;
    private final Sessions sessions;
    private final Throttle throttle;
    /** Compared with when the account does not exist, so that the time taken does not tell. */
    private final String nobodysHash;

    Passwords(Accounts accounts, PasswordEncoder encoder, Sessions sessions, Throttle throttle) {
        this.accounts = accounts;
        this.encoder = encoder;
        this.sessions = sessions;
        this.throttle = throttle;
        nobodysHash = encoder.encode("nobody");
    }

    boolean matches(Optional<Account> account, String typed) {
        var hash = account.map(Account::id).flatMap(accounts::passwordHash);
        return encoder.matches(typed, hash.orElse(nobodysHash)) && hash.isPresent();
    }

    public enum Change {
        DONE,
        WRONG_PASSWORD,
        TOO_MANY_ATTEMPTS
    }

    /** Every other session of the account ends: whoever stole the old password is out. */
    @Transactional
    public Change change(AccountId account, String old, String wanted, String sessionToKeep) {
        var who = account.value().toString();
        if (throttle.reached(GUESSES, who)) {
            return Change.TOO_MANY_ATTEMPTS;
        }
        if (!matches(accounts.byId(account), old)) {
            throttle.count(GUESSES, who);
            return Change.WRONG_PASSWORD;
        }
        choose(account, wanted);
        sessions.endAllBut(account, sessionToKeep);
        return Change.DONE;
    }

    void choose(AccountId account, String wanted) {
        accounts.changePassword(account, encoder.encode(wanted));
    }
}
