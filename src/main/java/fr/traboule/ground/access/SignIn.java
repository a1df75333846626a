package fr.traboule.ground.access;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Checks an address and a password, not too often for one address from one place, nor from one place alone. */
@Component
class SignIn implements AuthenticationProvider {

    private static final Logger log = LoggerFactory.getLogger(SignIn.class);
    private static final Throttle.Limit FOR_ACCOUNT = new Throttle.Limit("sign-in-account", 5, Duration.ofMinutes(15));
    private static final Throttle.Limit FROM_PLACE = new Throttle.Limit("sign-in-place", 50, Duration.ofMinutes(15));

    private final Accounts accounts;
    private final PasswordEncoder passwords;
    private final Throttle throttle;
    /** Compared with when the account does not exist, so that the time taken does not tell. */
    private final String nobodysHash;

    SignIn(Accounts accounts, PasswordEncoder passwords, Throttle throttle) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.throttle = throttle;
        nobodysHash = passwords.encode("nobody");
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        var email = attempt.getName().strip();
        var place = attempt.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        var accountFromPlace = email.toLowerCase(Locale.ROOT) + " " + place;
        if (throttle.reached(FOR_ACCOUNT, accountFromPlace) || throttle.reached(FROM_PLACE, place)) {
            throw new LockedException("Too many attempts");
        }
        var account = accounts.byEmail(email).filter(Account::open);
        if (!matches(account, String.valueOf(attempt.getCredentials()))) {
            throttle.failed(FOR_ACCOUNT, accountFromPlace);
            throttle.failed(FROM_PLACE, place);
            throw new BadCredentialsException("Wrong address or password");
        }
        var staff = account.orElseThrow().staffMember();
        log.atInfo().addKeyValue("account", staff.id().value()).log("Signed in");
        return UsernamePasswordAuthenticationToken.authenticated(staff, null, List.of());
    }

    private boolean matches(Optional<Account> account, String password) {
        return passwords.matches(password, account.map(Account::passwordHash).orElse(nobodysHash))
                && account.isPresent();
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
