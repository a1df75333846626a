package fr.traboule.ground.access;

import java.time.Clock;
import java.util.Set;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens an account for somebody who works for the city. */
@Service
public class OpenAccount {

    /** As NIST SP 800-63B and the CNIL advise: length rather than composition. */
    public static final int SHORTEST_PASSWORD = 12;

    private final Accounts accounts;
    private final PasswordEncoder passwords;
    private final Clock clock;

    OpenAccount(Accounts accounts, PasswordEncoder passwords, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** A new account. */
    public record NewAccount(String email, String name, String password, Set<Role> roles) {}

    public sealed interface Outcome {}

    public record Opened(AccountId id) implements Outcome {}

    public record AddressTaken() implements Outcome {}

    @Transactional
    public Outcome open(NewAccount wanted) {
        var account = new Account(
                AccountId.next(),
                wanted.email(),
                wanted.name(),
                passwords.encode(wanted.password()),
                true,
                wanted.roles());
        return accounts.open(account, clock.instant()) ? new Opened(account.id()) : new AddressTaken();
    }
}
