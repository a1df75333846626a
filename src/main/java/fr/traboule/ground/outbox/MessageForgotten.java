package fr.traboule.ground.outbox;

import java.time.Instant;
import java.util.UUID;

/** The words of a message are to be kept nowhere; told inside the transaction that destroys what it was about. */
public record MessageForgotten(String schema, UUID message, Instant at) {}
