package fr.traboule.ground.access;

import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Checks an address and a password; whoever has, or must have, a second factor is only half in afterwards. */
@Component
class SignIn implements AuthenticationProvider {

    private final Accounts accounts;
    private final Passwords passwords;
    private final SecondFactor secondFactor;
    private final AccessRuleBook rules;
    private final GuessLimits limits;

    SignIn(
            Accounts accounts,
            Passwords passwords,
            SecondFactor secondFactor,
            AccessRuleBook rules,
            GuessLimits limits) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.secondFactor = secondFactor;
        this.rules = rules;
        this.limits = limits;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        var email = attempt.getName().strip();
        if (!(attempt.getDetails() instanceof SignInAttempt from)) {
            throw new IllegalStateException("Nobody says where this attempt comes from");
        }
        if (limits.reached(email, from)) {
            throw new LockedException("Too many attempts");
        }
        var account = accounts.byEmail(email).filter(known -> !known.isClosed());
        if (!passwords.matches(account, String.valueOf(attempt.getCredentials()))) {
            limits.failed(email, from);
            throw new BadCredentialsException("Wrong address or password");
        }
        var signedIn =
                UsernamePasswordAuthenticationToken.authenticated(principal(account.orElseThrow()), null, List.of());
        signedIn.setDetails("password"); // else the attempt, with its address, would go into the session
        return signedIn;
    }

    private Object principal(Account account) {
        return secondFactor.isSetUp(account.id()) || rules.current().requireSecondFactor(account.roles())
                ? new PendingStaff(account.id())
                : account.staffMember();
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
