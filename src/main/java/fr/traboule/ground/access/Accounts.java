package fr.traboule.ground.access;

import java.time.Instant;
import java.util.Optional;

/** The accounts of the people who work for the city. */
interface Accounts {

    Optional<Account> byEmail(String email);

    boolean any();

    /** Keeps other openings away until the transaction ends. */
    void lock();

    /** @return false if that address has an account already: nothing changes then */
    boolean open(Account account, Instant at);
}
