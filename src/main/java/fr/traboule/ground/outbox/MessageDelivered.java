package fr.traboule.ground.outbox;

import java.time.Instant;
import java.util.UUID;

/** A message left; told inside the transaction that marks it as sent. */
public record MessageDelivered(String schema, UUID message, UUID subject, String kind, Instant at) {}
