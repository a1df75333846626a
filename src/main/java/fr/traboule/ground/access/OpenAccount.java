package fr.traboule.ground.access;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens an account for somebody who works for the city. */
@Service
public class OpenAccount {

    private final Accounts accounts;
    private final PasswordEncoder passwords;
    private final Clock clock;

    OpenAccount(Accounts accounts, PasswordEncoder passwords, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.clock = clock;
    }

    /**
     * A new account.
     *
     * @param password none where its holder is to choose it, by a {@link PasswordLinks link}
     */
    public record NewAccount(String email, String name, Optional<String> password, Set<Role> roles) {

        public NewAccount(String email, String name, String password, Set<Role> roles) {
            this(email, name, Optional.of(password), roles);
        }
    }

    public sealed interface Outcome {}

    public record Opened(AccountId id) implements Outcome {}

    public record AddressTaken() implements Outcome {}

    @Transactional
    public Outcome open(NewAccount wanted) {
        var account = new Account(
                AccountId.next(),
                wanted.email(),
                wanted.name(),
                wanted.roles(),
                wanted.password().isPresent() ? Account.Standing.OPEN : Account.Standing.INVITED,
                Optional.empty(),
                0);
        return accounts.open(account, wanted.password().map(passwords::encode), clock.instant())
                ? new Opened(account.id())
                : new AddressTaken();
    }
}
