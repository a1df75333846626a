package fr.traboule.requests;

import java.time.Instant;

/**
 * The words and personal data of a request are destroyed; told inside the transaction that does it. Whoever keeps words of their
 * own about it destroys them too.
 */
public record RequestDestroyed(RequestId request, Instant at) {}
