package fr.traboule.ground.access;

import java.time.Instant;
import java.util.Optional;

/**
 * A passkey (« clé d’accès ») as its holder knows it.
 *
 * @param name that its holder gave it
 * @param copied whether its maker keeps copies: it outlives the device, and may be on others
 */
public record Passkey(
        PasskeyId id, AccountId account, String name, boolean copied, Instant addedAt, Optional<Instant> lastUsedAt) {}
