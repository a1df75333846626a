package fr.traboule.staff;

import fr.traboule.ground.access.AccountId;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody works here no more. Told in the transaction that closes their account, so that what they had in hand changes
 * hands with it.
 *
 * @param successor who goes on with it; without one, it goes back to the units
 */
public record StaffLeft(AccountId account, Optional<AccountId> successor, Instant at) {}
