package fr.traboule.staff;

import fr.traboule.ground.access.AccountId;
import java.time.Instant;

/**
 * Somebody is away from now on. Told in the transaction that says so, so that what they had in hand goes back to their units
 * with it: nobody waits for somebody who is not there.
 */
public record StaffAbsent(AccountId account, Instant at) {}
