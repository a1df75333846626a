package fr.traboule.ground.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The accounts of the people who work for the city. Who may change them is said by the acts that do. */
public interface Accounts {

    Optional<Account> byId(AccountId id);

    Optional<Account> byEmail(String email);

    /** Those whose name or address has these words, by name, after the one named. */
    List<Account> list(String words, Optional<AccountId> after, int most);

    /** Open accounts that have this role, by name. */
    List<Account> having(Role role, int most);

    boolean any();

    /** Keeps other openings, and other changes of who is an administrator, away until the transaction ends. */
    void lock();

    /** @return false if that address has an account already: nothing changes then */
    boolean open(Account account, Optional<String> passwordHash, Instant at);

    /** @return false if somebody changed it since that version was read: nothing changes then */
    boolean change(AccountId id, int version, String name, Set<Role> roles);

    /** @return false if somebody changed it since that version was read: nothing changes then */
    boolean leave(AccountId id, int version, Optional<LocalDate> day);

    Optional<String> passwordHash(AccountId id);

    void changePassword(AccountId id, String passwordHash);

    /** Closes for good those whose day has come. */
    List<AccountId> closeThoseWhoLeft(Instant at);

    /** @return false if it was not closed */
    boolean reopen(AccountId id);
}
